/* The least that a program can do which links GEOS and PROJ and says their versions: the floor under
   kgeo's start-up. Build: cc -O2 startup.c $(pkg-config --cflags --libs geos proj) -o startup */
#include <geos_c.h>
#include <proj.h>
#include <stdio.h>

int main(void) {
    printf("GEOS %s, PROJ %s\n", GEOSversion(), proj_info().version);
    return 0;
}
