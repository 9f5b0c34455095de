// Inflating gzip data (RFC 1952).
#include <zlib.h>
