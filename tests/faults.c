/* Stands before the system, and lets one of the journal's writings fail.

   FAULT is "call:n:errno": the nth time that `call` touches a file with "journal-home" in its path.
   It fails once, or for ever after with ":forever" behind it; and only while the file FAULT_ON is
   there. The file FAULT_TOLD is made when it fails. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int ours[65536];
static long seen, wanted = -1;
static int number, forever, is_armed;
static char call[32];

static void arm(void) {
    const char *fault = getenv("FAULT");
    if (is_armed) return;
    is_armed = 1;
    if (fault) {
        char more[16] = "";
        sscanf(fault, "%31[^:]:%ld:%d:%15s", call, &wanted, &number, more);
        forever = !strcmp(more, "forever");
    }
}

/* Whether this call is the one that fails. */
static int fails(const char *name) {
    arm();
    if (wanted < 0 || strcmp(name, call)) return 0;
    const char *on = getenv("FAULT_ON");
    if (on && access(on, F_OK)) return 0;
    seen++;
    if (seen == wanted || (forever && seen > wanted)) {
        const char *told = getenv("FAULT_TOLD");
        int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
        if (told) close(real(told, O_CREAT | O_WRONLY, 0600));
        errno = number;
        return 1;
    }
    return 0;
}

static int is_journal(const char *path) { return path && strstr(path, "journal-home") != NULL; }
static void note(int file, const char *path) {
    if (file >= 0 && file < 65536) ours[file] = is_journal(path);
}
static int has(int file) { return file >= 0 && file < 65536 && ours[file]; }

#define OPEN(name)                                                                   \
    int name(const char *path, int flags, ...) {                                     \
        va_list rest;                                                                \
        va_start(rest, flags);                                                       \
        int mode = va_arg(rest, int);                                                \
        va_end(rest);                                                                \
        int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, #name);               \
        if (is_journal(path) && fails("open")) return -1;                            \
        int file = real(path, flags, mode);                                          \
        note(file, path);                                                            \
        return file;                                                                 \
    }
OPEN(open)
OPEN(open64)

#define ON_FILE(type, name, what, parameters, arguments)                             \
    type name parameters {                                                           \
        type(*real) parameters = dlsym(RTLD_NEXT, #name);                            \
        if (has(file) && fails(what)) return -1;                                     \
        return real arguments;                                                       \
    }
ON_FILE(ssize_t, write, "write", (int file, const void *data, size_t n), (file, data, n))
ON_FILE(ssize_t, pwrite, "write", (int file, const void *data, size_t n, off_t at),
        (file, data, n, at))
ON_FILE(ssize_t, pwrite64, "write", (int file, const void *data, size_t n, off64_t at),
        (file, data, n, at))
ON_FILE(int, fsync, "fsync", (int file), (file))
ON_FILE(int, fdatasync, "fsync", (int file), (file))
ON_FILE(int, ftruncate, "ftruncate", (int file, off_t n), (file, n))
ON_FILE(int, ftruncate64, "ftruncate", (int file, off64_t n), (file, n))
ON_FILE(int, fchmod, "fchmod", (int file, mode_t mode), (file, mode))

int unlink(const char *path) {
    int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
    if (is_journal(path) && fails("unlink")) return -1;
    return real(path);
}
int rename(const char *from, const char *to) {
    int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
    if (is_journal(from) && fails("rename")) return -1;
    return real(from, to);
}
