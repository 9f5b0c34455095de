// Unpacking gzip and deflate data (RFC 1951, 1952), and its checksum.
#include <zlib.h>
