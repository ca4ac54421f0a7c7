#pragma once
// stdbool.h must come first: without it ldns/common.h defines bool as signed char.
#include <stdbool.h>
#include <ldns/ldns.h>
