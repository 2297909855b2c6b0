/** The configuration that lies beside a kernel. */
@NullMarked
package dev.unprobed.kernel.config;

import org.jspecify.annotations.NullMarked;
