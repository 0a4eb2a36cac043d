// What a file has besides its bytes, and the names in a folder as they are.

#define _GNU_SOURCE
#include "PlanSystem.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#ifdef __APPLE__
#include <copyfile.h>
#else
#include <sys/xattr.h>
#endif

const char *_Nullable plan_folder_next(DIR *folder) {
  errno = 0;
  struct dirent *entry = readdir(folder);
  return entry == NULL ? NULL : entry->d_name;
}

#ifdef __APPLE__

int plan_attributes_copy(int from, int to, char *name, size_t capacity) {
  if (capacity > 0) name[0] = 0;
  return fcopyfile(from, to, NULL, COPYFILE_ACL | COPYFILE_XATTR) == 0 ? 0 : -1;
}

#else

struct bytes {
  char *start;
  ssize_t count;
};

// The names of all attributes, or the value of one; `count` is -1 with `errno` where there is none. To be freed.
static struct bytes attribute(int file, const char *_Nullable name) {
  struct bytes bytes = {NULL, 0};
  // Somebody may change it in the meantime.
  for (int attempt = 0; attempt < 10; attempt++) {
    ssize_t size = name == NULL ? flistxattr(file, NULL, 0) : fgetxattr(file, name, NULL, 0);
    if (size < 0) {
      bytes.count = -1;
      return bytes;
    }
    bytes.start = malloc((size_t)size + 1);
    if (bytes.start == NULL) break;
    // Asked for nothing, the system would only say how much there is by now.
    size_t capacity = (size_t)size + 1;
    bytes.count = name == NULL ? flistxattr(file, bytes.start, capacity) : fgetxattr(file, name, bytes.start, capacity);
    if (bytes.count >= 0) return bytes;
    int problem = errno;
    free(bytes.start);
    bytes.start = NULL;
    errno = problem;
    if (problem != ERANGE) return bytes;
  }
  bytes.count = -1;
  return bytes;
}

static int holds(struct bytes names, const char *name) {
  for (ssize_t at = 0; at < names.count; at += (ssize_t)strlen(names.start + at) + 1)
    if (strcmp(names.start + at, name) == 0) return 1;
  return 0;
}

static int is_same(int from, int to, const char *name) {
  struct bytes one = attribute(from, name), other = attribute(to, name);
  int same = one.count >= 0 && one.count == other.count && memcmp(one.start, other.start, (size_t)one.count) == 0;
  free(one.start);
  free(other.start);
  return same;
}

static int copy(int from, int to, const char *name) {
  struct bytes value = attribute(from, name);
  int done = value.count >= 0 && fsetxattr(to, name, value.start, (size_t)value.count, 0) == 0;
  free(value.start);
  // What the system sets itself, such as a label, may be there already.
  return done || is_same(from, to, name);
}

int plan_attributes_copy(int from, int to, char *name, size_t capacity) {
  if (capacity > 0) name[0] = 0;
  struct bytes names = attribute(from, NULL);
  if (names.count < 0 && errno != ENOTSUP && errno != ENOSYS) return -1;
  const char *fault = NULL;
  for (ssize_t at = 0; at < names.count && fault == NULL; at += (ssize_t)strlen(names.start + at) + 1)
    if (!copy(from, to, names.start + at)) fault = names.start + at;
  // A folder can hand rights on to whatever is made in it.
  struct bytes added = attribute(to, NULL);
  for (ssize_t at = 0; at < added.count && fault == NULL; at += (ssize_t)strlen(added.start + at) + 1) {
    const char *one = added.start + at;
    if (!holds(names, one) && fremovexattr(to, one) != 0 && strncmp(one, "security.", 9) != 0) fault = one;
  }
  if (fault != NULL && capacity > 0) {
    strncpy(name, fault, capacity - 1);
    name[capacity - 1] = 0;
  }
  free(names.start);
  free(added.start);
  return fault == NULL ? 0 : -1;
}

#endif
