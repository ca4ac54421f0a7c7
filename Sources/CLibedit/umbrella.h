#pragma once
// stdio.h must come first: histedit.h uses FILE without including it.
#include <stdio.h>
#include <histedit.h>
