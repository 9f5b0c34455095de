// PROJ's transformations and, from the same library, Karney's geodesic routines.
#include <proj.h>
#include <geodesic.h>
