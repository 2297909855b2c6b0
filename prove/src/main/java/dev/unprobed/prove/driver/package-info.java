/**
 * What the code of a driver says about being a module, read from Makefiles and C files as text.
 *
 * <p>Kconfig can say that a symbol is a tristate; whether that is true is for the code to say.
 * {@link dev.unprobed.prove.driver.DriverCode} finds the objects that Kbuild makes for a symbol and
 * looks for what speaks against a module. It compiles nothing and follows no macro, so it never
 * says more than that it found nothing.
 */
@NullMarked
package dev.unprobed.prove.driver;

import org.jspecify.annotations.NullMarked;
