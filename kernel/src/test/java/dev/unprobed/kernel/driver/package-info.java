@NullMarked
package dev.unprobed.kernel.driver;

import org.jspecify.annotations.NullMarked;
