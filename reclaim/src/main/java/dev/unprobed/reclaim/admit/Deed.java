package dev.unprobed.reclaim.admit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the name of a function of the kernel's interface says that it does. The kernel names pairs
 * of functions by opposite verbs on the same nouns: bus_register() and bus_unregister(),
 * i2c_register_driver() and i2c_del_driver(). Nothing here is about a particular driver.
 *
 * @param kind whether it does, undoes, or neither
 * @param nouns what it does that to, without the words that only one of a pair has
 */
record Deed(Kind kind, Set<String> nouns) {
  enum Kind {
    DOES,
    UNDOES,
    NEITHER
  }

  private static final Set<String> DOING =
      Set.copyOf(
          Interface.words(
              """
              register create add alloc init request setup attach enable start insert load mkdir
              install initialize prepare mount
              """));

  private static final Set<String> UNDOING =
      Set.copyOf(
          Interface.words(
              """
              unregister deregister destroy remove del delete free exit cleanup fini release
              teardown detach disable stop unload uninit uninstall unprepare unmount
              """));

  /** Only one of two opposites has them. */
  private static final Set<String> ASIDE =
      Set.copyOf(
          Interface.words(
              """
              driver drivers full on node key entry module and owner with threaded simple ns trace
              groups frontend prepare get put
              """));

  /** Names whose opposites have other nouns, as if they were called regularly. */
  private static final Map<String, String> RENAMED =
      Interface.words(
              """
              usb_deregister=unregister_usb_driver
              debugfs_lookup_and_remove=del_debugfs
              of_iomap=alloc_iomem
              ioremap_prot=alloc_iomem
              iounmap=free_iomem
              memremap=alloc_memremap
              memunmap=free_memremap
              dma_alloc_attrs=alloc_dma
              dma_free_attrs=free_dma
              cdev_device_add=add_cdev
              cdev_device_del=del_cdev
              put_disk=free_disk
              __blk_mq_alloc_disk=alloc_disk
              device_add_disk=add_gendisk
              del_gendisk=del_gendisk
              blk_mq_alloc_tag_set=alloc_tag_set
              blk_mq_free_tag_set=free_tag_set
              platform_device_put=del_platform_device
              bdi_put=free_bdi
              subsys_system_register=register_bus
              subsys_virtual_register=register_bus
              kern_mount=mount_kern
              kern_unmount=unmount_kern
              sas_domain_attach_transport=attach_sas_transport
              sas_release_transport=release_sas_transport
              amba_driver_unregister=unregister_amba_driver
              """)
          .stream()
          .collect(
              Collectors.toMap(
                  word -> word.substring(0, word.indexOf('=')),
                  word -> word.substring(word.indexOf('=') + 1)));

  private static final Map<String, Deed> KNOWN = new HashMap<>();

  /** Of a function by its name. */
  static Deed of(String function) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(function, Deed::read);
    }
  }

  private static Deed read(String function) {
    Kind kind = Kind.NEITHER;
    List<String> nouns = new ArrayList<>();
    for (String word : regular(function).split("_+", -1)) {
      if (UNDOING.contains(word)) {
        kind = Kind.UNDOES;
      } else if (DOING.contains(word)) {
        kind = kind == Kind.UNDOES ? kind : Kind.DOES;
      } else if (!word.isEmpty() && !ASIDE.contains(word)) {
        nouns.add(singular(word));
      }
    }
    return new Deed(kind, Set.copyOf(nouns));
  }

  /** The file systems of views have many ways to make an entry, and few to remove one. */
  private static String regular(String function) {
    for (String tree : List.of("debugfs", "proc")) {
      if (function.startsWith(tree + "_create") || function.startsWith(tree + "_mkdir")) {
        return "add_" + tree;
      }
      if (function.startsWith(tree + "_remove") || function.startsWith("remove_" + tree + "_")) {
        return "del_" + tree;
      }
    }
    return RENAMED.getOrDefault(function, function);
  }

  private static String singular(String word) {
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return plural && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }

  /** Whether it takes back what the other does. */
  boolean undoes(Deed other) {
    boolean opposite = kind == Kind.UNDOES && other.kind == Kind.DOES;
    return opposite && nouns.equals(other.nouns);
  }
}
