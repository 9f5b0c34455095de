// Runs many commands of a program without starting it anew: loaded before the program (LD_PRELOAD), it comes to `main` once,
// and each command is a process split off from there. That saves linking the program's libraries, most of a short command's time.
//   cc -O2 -shared -fPIC -o fork_commands.so fork_commands.c
// From standard input come commands: the number of words in a line, then each word in a line. The answer on standard output is
// a line with how it ended (the exit code, or 128 and the signal); what it wrote stands in the files `stdout` and `stderr` of the
// folder. A command that takes longer than FORK_COMMANDS_LIMIT seconds is ended. Without FORK_COMMANDS nothing is changed.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef int (*Main)(int, char **, char **);
static Main program;

static char *line(void) {
    char *text = NULL;
    size_t room = 0;
    ssize_t length = getline(&text, &room, stdin);
    if (length < 0) return NULL;
    if (length > 0 && text[length - 1] == '\n') text[length - 1] = 0;
    return text;
}

static void lead(const char *path, int descriptor) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || dup2(file, descriptor) < 0) _exit(125);
    close(file);
}

static int serve(int count, char **words, char **environment) {
    const char *given = getenv("FORK_COMMANDS_LIMIT");
    unsigned limit = given ? (unsigned)atoi(given) : 600;
    unsetenv("LD_PRELOAD");
    for (char *number = line(); number; number = line()) {
        int length = atoi(number);
        char **command = calloc((size_t)length + 2, sizeof *command);
        command[0] = words[0];
        for (int i = 1; i <= length; i++)
            if (!(command[i] = line())) return 1;
        pid_t child = fork();
        if (child == 0) {
            int nothing = open("/dev/null", O_RDONLY);
            dup2(nothing, 0);
            close(nothing);
            lead("stdout", 1);
            lead("stderr", 2);
            // The words of a Swift program are those of the process unless its library is told others.
            void (*tell)(char **, int) = (void (*)(char **, int))dlsym(RTLD_DEFAULT, "_swift_stdlib_overrideUnsafeArgvArgc");
            if (tell) tell(command, length + 1);
            alarm(limit);
            exit(program(length + 1, command, environment));
        }
        int status = 0;
        while (waitpid(child, &status, 0) < 0) {}
        printf("%d\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
        fflush(stdout);
        for (int i = 1; i <= length; i++) free(command[i]);
        free(command);
        free(number);
    }
    return 0;
}

int __libc_start_main(Main start, int count, char **words, void (*a)(void), void (*b)(void), void (*c)(void), void *end) {
    int (*real)(Main, int, char **, void (*)(void), void (*)(void), void (*)(void), void *) =
        (int (*)(Main, int, char **, void (*)(void), void (*)(void), void (*)(void), void *))dlsym(RTLD_NEXT, "__libc_start_main");
    program = start;
    return real(getenv("FORK_COMMANDS") ? serve : start, count, words, a, b, c, end);
}
