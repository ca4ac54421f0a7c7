#pragma once
#include <curl/curl.h>
#include <stdbool.h>

// The functions of libcurl that annai calls, by their own types.
#define CURL_FUNCTIONS(DO) \
  DO(curl_global_init) \
  DO(curl_easy_init) \
  DO(curl_easy_setopt) \
  DO(curl_easy_getinfo) \
  DO(curl_easy_send) \
  DO(curl_easy_recv) \
  DO(curl_easy_cleanup) \
  DO(curl_slist_append) \
  DO(curl_slist_free_all) \
  DO(curl_multi_init) \
  DO(curl_multi_add_handle) \
  DO(curl_multi_remove_handle) \
  DO(curl_multi_perform) \
  DO(curl_multi_poll) \
  DO(curl_multi_wakeup) \
  DO(curl_multi_info_read) \
  DO(curl_multi_cleanup)

// curl's headers turn some of the names into macros that check types.
#undef curl_easy_setopt
#undef curl_easy_getinfo

#define CURL_POINTER(name) __typeof__(name) *name##_;
struct curl_library {
  CURL_FUNCTIONS(CURL_POINTER)
};
#undef CURL_POINTER

/// The library, or nil when it is not on this computer.
const struct curl_library *curl_library(void);
