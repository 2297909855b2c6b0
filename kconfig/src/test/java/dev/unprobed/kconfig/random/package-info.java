/**
 * Random Kconfig files and configurations, for comparison with the kernel's own conf. Everything
 * comes from a seed, which a failing test prints together with the smallest input that still fails.
 */
@NullMarked
package dev.unprobed.kconfig.random;

import org.jspecify.annotations.NullMarked;
