/** Tests of what the code of drivers says. */
@NullMarked
package dev.unprobed.prove.driver;

import org.jspecify.annotations.NullMarked;
