// The part that reads; its folder comes from pkg-config.
#include <unzip.h>
