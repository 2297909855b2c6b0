#include "check.h"

/* In this order: what may take the machine down comes last. */
const struct check all_checks[] = {
    {"memory", check_memory}, {"files", check_files},     {"bind", check_bind},   {"keys", check_keys},
    {"trace", check_trace},   {"tables", check_tables},   {"leaks", check_leaks}, {"modules", check_modules},
    {"cpus", check_cpus},     {"suspend", check_suspend}, {"hibernate", check_hibernate},
    {"poke", check_poke},     {"kexec", check_kexec},     {0, 0},
};
