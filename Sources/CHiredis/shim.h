#if __has_include(<hiredis.h>)
#include <hiredis.h>
#elif __has_include(<hiredis/hiredis.h>)
#include <hiredis/hiredis.h>
#else
#error "the trait SharedStore needs libhiredis: apt-get install libhiredis-dev, or brew install hiredis"
#endif

/* hiredis 1 reads replies of the newer protocol too, which nobody asks a server for. A reader with functions of its own
   must have one for each kind; these refuse them. */
#if HIREDIS_MAJOR >= 1
static void *recache_refuse_double(const redisReadTask *task, double value, char *text, size_t length) {
  (void)task, (void)value, (void)text, (void)length;
  return NULL;
}

static void *recache_refuse_bool(const redisReadTask *task, int value) {
  (void)task, (void)value;
  return NULL;
}
#endif

static inline void recache_refuse_newer_replies(redisReplyObjectFunctions *functions) {
#if HIREDIS_MAJOR >= 1
  functions->createDouble = recache_refuse_double;
  functions->createBool = recache_refuse_bool;
#else
  (void)functions;
#endif
}
