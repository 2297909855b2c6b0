package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.unit.Demand;
import dev.unprobed.kernel.unit.Provision;
import java.util.Set;

/** What is read from the code of a driver's probe. */
record Traits(Set<Provision> provisions, Set<Demand> demands, Set<String> populates) {}
