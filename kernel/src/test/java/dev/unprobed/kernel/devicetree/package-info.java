@NullMarked
package dev.unprobed.kernel.devicetree;

import org.jspecify.annotations.NullMarked;
