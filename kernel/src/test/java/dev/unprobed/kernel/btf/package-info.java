@NullMarked
package dev.unprobed.kernel.btf;

import org.jspecify.annotations.NullMarked;
