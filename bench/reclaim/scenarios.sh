# How each fault in faults/ is tried, and what catches it. Sourced by planted, whose variables it uses.

files=/sys/kernel/debug/unprobed_faults

# boot FAULT ARGUMENT...: of reclaim run, whose status it returns.
boot() {
  fault=$1
  shift
  "$unprobed" reclaim run --kernel "$kernel" --board virt --consoles "$work/$fault" "$@" > "$work/$fault.txt" 2>&1
  booted=$?
  evidence=$(sed -n -E 's/^  (check [a-z]+|NOT SO:) +/\1 /p' "$work/$fault.txt" | tail -n 1)
  return $booted
}

console_says() {
  evidence=$(grep -m 1 -e "$1" "$work/$fault/virt-on.console" | sed 's/^@R //')
  [ -n "$evidence" ]
}

# Each returns 0 if its fault is caught, and leaves what shows it in evidence.

# Who is reached into, is not undone, undoes too much, and so on, may not leave at all. The verdicts were derived by
# hand from docs/admission.md, and the rule is beside each.
try_admission() {
  "$unprobed" reclaim plan --kernel "$kernel" --modules "$kernel" --list > "$work/verdicts.txt" || return 1
  evidence=$(while read -r unit word _; do
    found=$(sed -n "s,^\([a-z_]*\)	[0-9]*	drivers/faults/$unit	.*,\1,p" "$work/verdicts.txt")
    [ "$found" = "$word" ] || printf '%s' "$unit: $found, not $word; "
  done < "$here/verdicts")
  [ -z "$evidence" ] && evidence=$(cut -d ' ' -f 1 "$here/verdicts" | xargs echo)
}

# keeps_out UNIT ARGUMENT...: one of those units is not even in the kernel's table.
keeps_out() {
  unit=$1
  shift
  boot "$unit" --check memory "$@"
  evidence="drivers/faults/$unit is no unit that may leave"
  [ -s "$work/$unit/virt-on.console" ] && ! grep -q "| drivers/faults/$unit	" "$work/$unit/virt-on.console"
}

try_reached() {
  keeps_out reached
}

try_undone() {
  keeps_out undone
}

try_unborn() {
  keeps_out unborn
}

try_nodriver() {
  keeps_out nodriver
}

# A module that is installed finds the symbol.
try_wanted() {
  cp "$kernel/drivers/faults/wants.ko" "$work/loads-wants.ko" || return 1
  boot wanted --check modules --module "$work/loads-wants.ko"
}

# One of two initcalls failed: what the exit would undo is only half there.
try_half() {
  boot half --append faults=half && console_says '| drivers/faults/half.stays.*half'
}

# A device waits for longer than the kernel does: its driver stays, and binds.
try_late() {
  boot late --append faults=late --check poke --poke "$files/late=1" --wait \
    && console_says 'fault-late: bound late'
}

# In quarantine the unit is named, and who touched it; it comes back, and the kernel goes on.
try_stale() {
  boot stale --mode quarantine:60 --check poke --poke "$files/stale=1" \
    && console_says 'faults/stale: rodata touched at .* by stale_set'
}

# Without quarantine nothing is left to restore, and the access ends where it is.
try_used() {
  ! boot used --check poke --poke "$files/stale=1" && console_says 'faults/stale: rodata touched at .* by stale_set'
}

# A module does not find the symbol of a unit that left.
try_exported() {
  boot exported --check modules --module "$work/outside/refused-left.ko"
}

# The file of a parameter leaves with the variable behind it.
try_parameter() {
  boot parameter --check files
}

# A key of a unit that stays is toggled, and code of a unit that left hangs on it.
try_key() {
  boot key --check poke --poke "$files/key=1" --poke "$files/key=0"
}

# No kprobe can be set on what left.
try_kprobe() {
  boot kprobe --check modules --module "$work/outside/loads-kprobe.ko"
}

# A unit that stays runs and has all its pages, although others of the same 2 MiB are gone.
try_neighbour() {
  boot neighbour --check tables,poke --poke "$files/neighbour=1"
}

# With hardened usercopy users copy from and to pages that were code.
try_reused() {
  boot reused --check poke --poke "$files/reused=unprobed"
}

# Rules of admission are taken out for one unit or user only, or the kernel would lose what it lives on.
#
# guard FAULT: the file of the kernel with what catches it, or *.java for admission, the sed command that takes it out, and
# what the console says when the fault gets through, a regular expression of grep -E.
guard() {
  case $1 in
    reached)
      file='*.java'
      edit='s,stays(e.getKey())),stays(e.getKey()) \&\& !e.getKey().equals("drivers/faults/keeper")),'
      shows='\| drivers/faults/reached.left'
      ;;
    wanted)
      # What is used from outside of all units is kept by two rules.
      file='*.java'
      edit='s/ = uses.users(unit.path()).get(MODULES)/ = null/; s/ || !byPath.containsKey(user)/ || user.equals(SCRIPT)/'
      shows='module loads-wants.ko: -2'
      ;;
    undone)
      # What init did is not passive, too.
      file='*.java'
      edit='s,Optional<Blocker> \(of\|service\)(Built unit) {,&\n if (unit.path().equals("drivers/faults/undone")) return Optional.empty();,'
      shows='\| drivers/faults/undone.left'
      ;;
    unborn)
      file='*.java'
      edit='s/Optional.empty() : done(unit, init, exit)/Optional.empty() : Optional.<Blocker>empty()/'
      shows='WARNING: .*fault_drop'
      ;;
    nodriver)
      # It would be refused for what init did, for working without a device, and for having no driver.
      file='*.java'
      edit='s,Optional<Blocker> \(of\|service\)(Built unit) {,&\n if (unit.path().equals("drivers/faults/nodriver")) return Optional.empty();,
        s,!plain && !serves,& \&\& !path.equals("drivers/faults/nodriver"),'
      shows='faults/nodriver: [a-z]+ touched at |run_timer_softirq'
      ;;
    half)
      file=drivers/base/unprobed.c
      edit='s/facts->succeeded && facts->failed/false/; s/if (!facts->succeeded && init_count(unit))/if (false)/'
      shows='\| drivers/faults/half.left'
      ;;
    late)
      file=drivers/base/unprobed.c
      edit='s/bus_for_each_dev(driver->bus, NULL, driver, unbound_match)/(unbound_match, false)/'
      shows='\| drivers/faults/late.left'
      ;;
    stale)
      # It reads what is there, and nobody is told.
      file=arch/arm64/mm/unprobed.c
      edit='s/change(start, end, 0, PTE_VALID);//'
      shows='faults: stale: '
      ;;
    used)
      # It reads what others have written there meanwhile.
      file=arch/arm64/mm/unprobed.c
      edit='s/change(start, end, 0, PTE_VALID);//; s/change(start, end, 0, ~0UL);//'
      shows='faults: stale: '
      ;;
    exported)
      file=kernel/module/main.c
      edit='s/ || unprobed_wanted(kernel_symbol_value(sym))//'
      shows='faults/exported: text touched at |module refused-left.ko: 0'
      ;;
    parameter)
      file=drivers/base/unprobed.c
      edit='s/^	remove_parameters(unit);/	(void)remove_parameters;/'
      shows='left behind: .*/parameter/parameters'
      ;;
    key)
      file=kernel/jump_label.c
      edit='s/ && !unprobed_gone(jump_entry_code(entry))//'
      shows="can't patch jump_label at"
      ;;
    kprobe)
      file=drivers/base/unprobed_pages.c
      edit='s/return !READ_ONCE(ready) || !test_bit(.*text->gone);/return true;/'
      shows='faults/probed: text touched at '
      ;;
    neighbour)
      file=arch/arm64/mm/unprobed_alias.h
      edit='s/(NO_BLOCK_MAPPINGS | NO_CONT_MAPPINGS)/0/'
      shows='faults: neighbour: [0-9]+ words are wrong'
      ;;
    reused)
      # As if these pages lay where the rest of the code is.
      file=mm/usercopy.c
      edit='s/(unsigned long)_etext/({ extern char __unprobed_rodata_end[]; (unsigned long)__unprobed_rodata_end; })/'
      shows='usercopy: Kernel memory (exposure|overwrite) attempt detected'
      ;;
    *) return 1 ;;
  esac
}
