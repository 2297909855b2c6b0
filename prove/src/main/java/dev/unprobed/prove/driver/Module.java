package dev.unprobed.prove.driver;

import java.util.List;

/**
 * An object that Kbuild would make a module of.
 *
 * @param name such as {@code drivers/clk/clk-foo.o}
 * @param makefile the file that lists it
 * @param line where
 * @param sources the files it is made of; empty when none was found
 */
record Module(String name, String makefile, int line, List<String> sources) {}
