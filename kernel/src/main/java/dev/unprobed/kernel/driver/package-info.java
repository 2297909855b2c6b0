/**
 * Which drivers a program registers, on which bus and with which tables, and which devices it
 * makes: read from code and data, with no list of drivers.
 *
 * <p>All drivers go through one function, driver_register() of drivers/base/driver.c. What other
 * functions do with their arguments follows from walking through their code ({@code kernel.code}):
 * __platform_driver_register() stores the address of a bus_type into its argument and hands a part
 * of it on, so whoever calls it registers a platform driver. Such {@link Effect}s of functions are
 * found caller by caller until a call has only constants: that is a driver. What loops hide, and
 * what makes devices, are facts about a few functions of the kernel's interface ({@code Facts}).
 *
 * <p>A driver is registered for certain when its initcall comes by on every way that does not fail;
 * else perhaps. {@link ProgramAnalysis} is the way in: first an image, whose {@link Summaries} then
 * serve for its modules.
 */
@NullMarked
package dev.unprobed.kernel.driver;

import org.jspecify.annotations.NullMarked;
