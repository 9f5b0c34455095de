// Only the re-entrant functions (…_r) may be called: a context belongs to one worker.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
