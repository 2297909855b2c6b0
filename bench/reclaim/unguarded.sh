# Taking something out of a kernel's sources, and putting it back. Sourced by planted, debug and deferral, whose variables it uses:
# source is the tree, file what is changed in it, edit a command of sed. What was broken off is put right, too.

restore() {
  if [ -f "$source/unguarded" ]; then
    read -r changed < "$source/unguarded"
    cp "$source/unguarded.saved" "$source/$changed" && rm "$source/unguarded" || exit 3
  fi
}

take_out() {
  cp "$source/$file" "$source/unguarded.saved" && echo "$file" > "$source/unguarded" || exit 3
  sed -i -e "$edit" "$source/$file"
  ! cmp -s "$source/$file" "$source/unguarded.saved" || give_up "$file is not as expected"
}

# Calls of the kernel's side that debug leaves out.
calls="ftrace lockdep kmemleak dyndbg rodata alias"

# call NAME: sets file and edit as above, check to what notices, shows to what that says, a regular expression of grep -E.
call() {
  file=drivers/base/unprobed_pages.c
  gone='Unable to handle kernel|Internal error: Oops|touched at'
  case $1 in
    ftrace)
      edit='s/ftrace_free_mem(NULL, .*);/;/'
      check=trace
      shows='ftrace bug|ftrace failed to modify|WARNING: .*ftrace'
      ;;
    lockdep)
      edit='s/lockdep_free_key_range(.*);/;/'
      check=files
      shows=$gone
      ;;
    kmemleak)
      edit='s/kmemleak_free_part(.*);/;/'
      check=leaks
      shows=$gone
      ;;
    dyndbg)
      edit='s/	unprobed_forget_debug();/	;/'
      check=files
      shows=$gone
      ;;
    rodata)
      file=arch/arm64/mm/unprobed.c
      edit='s/if (rodata_enabled)/if (false)/'
      check=tables
      shows='check tables'
      ;;
    alias)
      file=arch/arm64/mm/unprobed.c
      edit='s/	protect(lm_alias(.*);/	;/'
      check=tables
      shows='check tables'
      ;;
    *) return 1 ;;
  esac
}
