#include "Library.h"

#include <dlfcn.h>
#include <pthread.h>

static struct curl_library library;
static bool is_loaded = false;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *open_library(void) {
#ifdef __APPLE__
  return dlopen("/usr/lib/libcurl.4.dylib", RTLD_NOW | RTLD_LOCAL);
#else
  // The number is that of the interface, which has not changed since 2006.
  return dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
#endif
}

static void load(void) {
  void *handle = open_library();
  if (handle == NULL) return;
#define CURL_FIND(name) \
  library.name##_ = (__typeof__(name) *)dlsym(handle, #name); \
  if (library.name##_ == NULL) return;
  CURL_FUNCTIONS(CURL_FIND)
#undef CURL_FIND
  is_loaded = library.curl_global_init_(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

const struct curl_library *curl_library(void) {
  pthread_once(&once, load);
  return is_loaded ? &library : NULL;
}
