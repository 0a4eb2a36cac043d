#include "vocabulary.h"

// #embed is of C23; the compilers of Swift take it in every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Numbers of two and four bytes are read where they stand.
static const _Alignas(8) uint8_t vocabulary[] = {
#embed "Data/vocabulary.bin"
};

static const _Alignas(8) uint8_t confusions[] = {
#embed "Data/confusions.bin"
};

const uint8_t *plan_vocabulary(void) { return vocabulary; }
size_t plan_vocabulary_size(void) { return sizeof vocabulary; }
const uint8_t *plan_confusions(void) { return confusions; }
size_t plan_confusions_size(void) { return sizeof confusions; }
