package dev.unprobed.reclaim.admit;

import java.util.Arrays;
import java.util.List;

/**
 * What calls of the kernel's interface leave behind. What is not known here is taken to leave
 * something behind.
 */
final class Interface {
  private Interface() {}

  /** Of a text, without lines that start with #. */
  static List<String> words(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Arrays.stream(line.split(" ", -1)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * Leave nothing that leads back to the caller: they compute, wait, print, or look something up.
   */
  private static final List<String> WITHOUT_TRACE =
      words(
          """
          # memory: what is not given back is lost, but nobody calls into it
          kmalloc* __kmalloc* kfree* kvfree* kvmalloc* kzalloc* krealloc kmemdup* kstrdup*
          kasprintf kvasprintf vmalloc* vfree free_pages __get_free_pages get_zeroed_page
          __free_pages __folio_put bitmap_zalloc bitmap_alloc bitmap_free alloc_pages*
          __alloc_pages free_percpu __alloc_percpu vzalloc kmem_cache_alloc* kmem_cache_free*
          mempool_destroy
          # texts and numbers
          str*cmp strlen strnlen strcpy strncpy strlcpy strscpy* strcat strncat strlcat str*chr
          strstr strsep strim strspn strcspn strpbrk strreplace memcpy* memset* memcmp memmove
          memchr* memscan __pi_* sprintf snprintf scnprintf sscanf vsscanf vsnprintf kstrto*
          simple_strto* match_string *sort _find_* find_*bit __bitmap_* ___ratelimit crc32_*
          guid_parse ucs2_* list_sort __sw_hweight* get_random* hex2bin hex_to_bin uuid_* __list_*_valid*
          gcd int_sqrt
          # printing and giving up
          _printk _dev_* __warn_printk panic dump_stack __stack_chk_fail print_hex_dump*
          refcount_warn_saturate __dynamic_*
          # locks, waiting, time
          mutex_*lock* __mutex_init _raw_* down_* up_* __init_rwsem rtnl_lock rtnl_unlock
          init_timer_key __init_waitqueue_head __init_swait_queue_head ktime_get*
          msleep* usleep* __*delay jiffies_* __msecs_to_jiffies __usecs_to_jiffies
          synchronize_* rcu_* __rcu_* rcutree_* call_rcu flush_* cancel_*work* del_timer*
          hrtimer_cancel hrtimer_init async_synchronize_* kthread_cancel_* complete*
          __wake_up* schedule schedule_timeout* wait_for_* init_wait_entry prepare_to_wait* finish_wait
          preempt_* cond_resched __might_*
          # what checks calls and accesses; the kernel forgets keys of locks before it frees them
          lock_* lockdep_* __raw_spin_lock_init __rwlock_init debug_* __init_work __asan_* __kasan_*
          __ubsan_* trace_hardirqs_* kmemleak_* __this_cpu_preempt_check
          # sets of the unit's own
          ida_destroy idr_destroy xa_destroy ida_alloc* ida_free idr_alloc* idr_remove
          idr_get_next radix_tree_* rb_* rhashtable_destroy xa_*
          # the device tree and ACPI's tables, read; what is not put is only counted too often
          of_find_* of_get_* of_match_* of_device_is_* of_machine_* of_node_* of_property_*
          of_prop_* of_alias_* of_address_to_* of_translate_* of_irq_get* of_irq_parse* of_irq_count
          of_irq_find_parent of_irq_to_* of_parse_*
          of_device_get_match_data of_count_* of_n_* acpi_get_table* acpi_put_table
          acpi_dev_found acpi_dev_present dmi_* fwnode_* soc_device_match
          irq_find_matching_fwspec bus_for_each_dev bus_find_device class_find_device
          class_for_each_device driver_find*
          # settings that are read
          usb_disabled debugfs_initialized efi_enabled acpi_disabled fb_get_options is_*_node
          irq_get_* pci_get_* pci_dev_put pci_find_* platform_get_* arm_smccc_get_*
          cpu_to_node get_cpu_device pfn_* num_* get_option* *_lock *_unlock
          security_locked_down xen_*domain driver_for_each_device nr_*
          # they fill in the caller's own structure (drivers/usb/host)
          ehci_init_driver ohci_init_driver xhci_init_driver
          # messages and counts
          kobject_uevent* blocking_notifier_call_chain put_device get_device kobject_put
          kobject_get __module_get module_put try_module_get dev_set_name device_initialize proc_set_*
          # the kernel looks whether a console is registered before a unit leaves
          register_console unregister_console
          """);

  /**
   * Are of use only once there are devices: containers and views of them, and what looks on. All
   * else that is registered works without being bound.
   */
  private static final List<String> PASSIVE =
      words(
          """
          *_driver_register* *register_driver* register_*_driver* *_drivers_register
          *_register_drivers driver_register __platform_driver_probe __xenbus_register_*
          bus_register subsys_*_register *class_register *class_create class_compat_register
          attribute_container_register *_attach_transport *notifier*register*
          *register*notifier* __cpuhp_setup_state* __register_blkdev *_chrdev_region
          __register_chrdev cdev_add cdev_device_add cdev_init debugfs_* driver_create_file kmem_cache_create*
          mempool_create* alloc_workqueue proc_* *ioremap* of_iomap memremap
          register_acpi_bus_type snd_info_* kobject_* kset_* device_register device_initialize
          sysfs_create_* platform_device_* kthread_* bdi_* kern_mount dma_alloc_attrs
          class_create_file*
          """);

  /** Are open to everybody as soon as they are there, whatever is bound. */
  private static final List<String> OPEN_TO_ALL =
      words(
          """
          __register_chrdev register_chrdev cdev_add cdev_device_add device_create*
          snd_register_device proc_create* __register_blkdev sysfs_create_* device_register
          platform_device_register* register_netdevice_notifier
          """);

  /** Take back nothing where nothing was done: given a null pointer, they return. */
  private static final List<String> TOLERANT =
      words(
          """
          debugfs_remove* debugfs_lookup_and_remove kmem_cache_destroy class_destroy
          mempool_destroy proc_remove platform_device_unregister platform_device_put iio_*_put
          """);

  /** Give a pointer, so that null or an error in it means failure. */
  private static final List<String> POINTERS =
      words(
          """
          alloc_workqueue *_create proc_create* kmem_cache_create* mempool_create*
          kobject_create_and_add device_create_with_groups snd_info_create*
          __platform_create_bundle *kmalloc* kzalloc* kmem_cache_alloc* kvmalloc* krealloc
          kstrdup* kmemdup* kasprintf proc_mkdir* platform_device_alloc
          platform_device_register_full of_find_* of_get_* of_iomap ioremap* memremap
          *_attach_transport class_compat_register kset_* bdi_alloc *_disk
          root_device_register __root_device_register __tty_alloc_driver debugfs_create*
          kthread_* dma_alloc_attrs vmalloc* kern_mount __alloc_percpu config_group_init
          register_sysctl* bus_get_kset
          """);

  private static final List<String> PLAIN_DRIVERS =
      words(
          """
          driver_register __platform_driver_register __platform_driver_probe
          __platform_register_drivers amba_driver_register i2c_register_driver
          __spi_register_driver mdio_driver_register phy_driver_register phy_drivers_register
          __pci_register_driver register_virtio_driver
          """);

  /** Whether nothing is left that leads back to the caller. */
  static boolean leavesNoTrace(String function) {
    return Names.anyMatch(WITHOUT_TRACE, function) || Names.anyMatch(TOLERANT, function);
  }

  /** Whether what it registers is of no use before a device is bound. */
  static boolean isPassive(String function) {
    return Names.anyMatch(PASSIVE, function);
  }

  /** Whether it makes something that everybody can use, with or without a device. */
  static boolean isOpenToAll(String function) {
    return Names.anyMatch(OPEN_TO_ALL, function);
  }

  /** Whether null, or an error in a pointer, is how it fails. */
  static boolean givesPointer(String function) {
    return Names.anyMatch(POINTERS, function);
  }

  /** Whether it calls functions of the caller's at once, for each of something. */
  static boolean callsBack(String function) {
    return function.contains("for_each");
  }

  /** Whether what it makes goes as a whole, however often it was called. */
  static boolean isTree(String function) {
    return function.startsWith("debugfs_") || function.startsWith("proc_");
  }

  /** Whether driver_unregister() alone undoes it, as long as no device is bound. */
  static boolean registersPlainDriver(String function) {
    return PLAIN_DRIVERS.contains(function);
  }

  /** Texts in which * stands for any letters. */
  static final class Names {
    private Names() {}

    static boolean anyMatch(List<String> patterns, String name) {
      return patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    static boolean matches(String pattern, String name) {
      int star = pattern.indexOf('*');
      if (star < 0) {
        return pattern.equals(name);
      }
      String rest = pattern.substring(star + 1);
      if (!name.startsWith(pattern.substring(0, star))) {
        return false;
      }
      for (int i = star; i <= name.length(); i++) {
        if (matches(rest, name.substring(i))) {
          return true;
        }
      }
      return false;
    }
  }
}
