# What bench/reclaim/deferral --broken breaks in the kernel's side, one at a time. Sourced by it.

breakages="bound nodes feeds early"

# breakage NAME: sets the file, the sed command that breaks it, and the boot of which a case has to come out otherwise.
breakage() {
  file=drivers/base/unprobed.c
  boot=late
  case $1 in
    bound)
      # A unit is only asked whether it is bound by now.
      edit='s/if (bus_for_each_dev(driver->bus, NULL, driver, unbound_match))/if (false)/
        s/if (live_node(driver->of_match_table) ||/if (false \&\&/'
      ;;
    nodes)
      # Nodes without a device do not count.
      edit='s/if (live_node(driver->of_match_table) ||/if (/'
      ;;
    feeds)
      # Nor do devices that others may still make.
      edit='s/return says == WHY_MATCHES || says == WHY_NODE;/return false;/'
      ;;
    early)
      # Units are asked while devices are still being probed, and not again.
      edit='s/^	facts->can_bind = unit_can_bind(facts);//
        s/if (!units || !ask_all())/if (!units)/
        s/^late_initcall(make_files);/&\nstatic int __init too_early(void)\n{\n	return ask_all() ? 0 : -ENOMEM;\n}\nlate_initcall(too_early);/'
      ;;
    *) return 1 ;;
  esac
}
