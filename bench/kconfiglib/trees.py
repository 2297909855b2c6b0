"""Made-up Kconfig trees, and .config files with wrong lines in them, for Kconfiglib. The same seed makes the same."""

import random

TYPES = ("bool", "bool", "tristate", "tristate", "int", "hex", "string")
NUMBERS = ("0", "1", "5", "7", "12", "0x10", "-3", "007", "1_0", "text", "")
WRONG = ("junk", "CONFIG_NOWHERE=y", "# CONFIG_NOWHERE is not set", "CONFIG_A=", "# a comment", "CONFIG_=y", " CONFIG_A=y", "")


class Maker:
    def __init__(self, seed, configdefault):
        self.dice = random.Random(seed)
        self.configdefault = configdefault
        self.names = ["MODULES"] + [chr(ord("A") + i) for i in range(14)]
        self.types = {name: self.dice.choice(TYPES) for name in self.names}
        self.types["MODULES"] = "bool"
        self.left = self.names[1:]
        self.files = {}

    def chance(self, percent):
        return self.dice.randrange(100) < percent

    def logical(self):
        return self.dice.choice([name for name in self.names if self.types[name] in ("bool", "tristate")])

    def before(self, name):
        """Names that come before, and before the choice around it, so that most trees have no loop."""
        known = self.names[: self.names.index(name)]
        return known[: self.names.index(self.around)] if self.around in known and not self.chance(3) else known

    def earlier(self, name):
        return self.dice.choice([other for other in self.before(name) if self.types[other] in ("bool", "tristate")])

    def value(self, kind):
        pick = self.dice.choice
        if kind == "bool":
            return pick(("y", "n"))
        if kind == "tristate":
            return pick(("y", "m", "n"))
        return pick(NUMBERS) if kind in ("int", "hex") else pick(("", "text", 'a "b" \\c', "5", "$HOME"))

    def operand(self, name):
        if self.chance(12):
            return self.dice.choice(("y", "m", "n", '"y"', "UNDEFINED"))
        if self.chance(30):
            other = self.dice.choice(self.before(name))
            sign = self.dice.choice(("=", "!=", "<", "<=", ">", ">="))
            right = self.dice.choice(("y", "n", "m", "5", "0x10", '"text"', "010", "1_0", '""', "UNDEFINED", self.earlier(name)))
            return f"{other}{sign}{right}" if self.chance(80) else f"{right} {sign} {other}"
        return self.earlier(name)

    def expr(self, name, depth=2):
        if depth == 0 or self.chance(40):
            return ("!" if self.chance(20) else "") + self.operand(name) if not self.chance(5) else "$(value,y)"
        if self.chance(15):
            return f"!({self.expr(name, depth - 1)})"
        sign = self.dice.choice(("&&", "||"))
        left, right = self.expr(name, depth - 1), self.expr(name, depth - 1)
        return f"({left}) {sign} {right}" if self.chance(50) else f"{left} {sign} {right}"

    def condition(self, name, percent=40):
        return f" if {self.expr(name)}" if self.chance(percent) else ""

    def text(self, name):
        return self.dice.choice((f'"{name} text"', f"'{name} text'", f"{name}-text", f'"  {name} $(word)  "'))

    def default(self, kind):
        value = self.value(kind)
        if kind == "string":
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return value or '""'

    def options(self, name, member=False):
        kind = self.types[name]
        lines = []
        typed = f"{'boolean' if kind == 'bool' and self.chance(20) else kind}"
        if member or self.chance(60):
            lines.append(f"{typed} {self.text(name)}{self.condition(name, 25)}")
        elif self.chance(50):
            lines.append(f"def_{kind} {self.default(kind)}{self.condition(name)}")
        else:
            lines.append(typed if self.chance(95) else "help")
        if self.chance(3):
            lines.append(f"prompt {self.text(name)}")
        if self.chance(40):
            lines.append(f"depends on {self.expr(name)}")
        for _ in range(self.dice.randrange(3)):
            whole = kind in ("bool", "tristate") and self.chance(30)
            same = [other for other in self.before(name) if self.types[other] == kind]
            value = self.expr(name) if whole else self.dice.choice(same) if same and self.chance(30) else self.default(kind)
            lines.append(f"default {value}{self.condition(name)}")
        if kind in ("bool", "tristate"):
            for keyword in ("select", "imply"):
                later = self.names[self.names.index(name) + 1 :]
                later = [other for other in later if self.types[other] in ("bool", "tristate") and other not in self.members]
                if later and self.chance(25):
                    lines.append(f"{keyword} {self.dice.choice(later)}{self.condition(name, 30)}")
        if kind in ("int", "hex") and self.chance(60):
            low, high = ("2", "9") if kind == "int" else ("0x2", "0x1F")
            numbers = [other for other in self.before(name) if self.types[other] == kind]
            high = self.dice.choice(numbers) if numbers and self.chance(20) else high
            lines.append(f"range {low} {high}{self.condition(name, 30)}")
        if self.chance(4):
            lines.append("option " + self.dice.choice(('env="WORD"', "allnoconfig_y", "modules")))
        if self.chance(15):
            lines.append(self.dice.choice(("help", "---help---", "--help--")) + f"\n\t  About {name}.\n\n\t    More of it.")
        return "".join(f"\t{line}\n" for line in lines)

    def config(self, member=False):
        if not self.left:
            return ""
        name = self.left.pop(0)
        keyword = "menuconfig" if self.chance(8) else "config"
        text = f"{keyword} {name}\n{self.options(name, member)}\n"
        if self.chance(8):
            text += f"config {name}\n{self.options(name)}\n"
        if self.configdefault and self.chance(15):
            other = self.dice.choice(self.names[1:])
            text += f"configdefault {other}\n\tdefault {self.default(self.types[other])}\n\n"
        return text

    def choice(self, depth):
        kind = self.dice.choice(("bool", "bool", "tristate", ""))
        count = min(len(self.left), 1 + self.dice.randrange(4))
        members = self.left[:count]
        if not members:
            return ""
        first = self.around = members[0]
        self.members = members if self.chance(95) else ()
        for member in members:
            if not self.chance(6):
                self.types[member] = kind if kind and self.chance(85) else self.dice.choice(("bool", "tristate"))
        text = "choice" + (" NAMED" if self.chance(10) else "") + "\n"
        text += f"\t{kind} {self.text(first)}{self.condition(first, 30)}\n" if kind else f"\tprompt {self.text(first)}\n"
        text += "\toptional\n" if self.chance(20) else ""
        text += f"\tdepends on {self.expr(first)}\n" if self.chance(25) else ""
        text += f"\tdefault {self.dice.choice(members)}{self.condition(first, 30)}\n" if self.chance(50) else ""
        for _ in members:
            text += self.config(True) if self.chance(92) else f"if {self.expr(first)}\n{self.config(True)}endif\n"
        if depth and self.chance(5):
            text += self.menu(0)
        text += "comment within\n" if self.chance(15) else ""
        self.around, self.members = None, ()
        return text + "endchoice\n\n"

    def condition_of_block(self):
        return self.expr(self.left[0]) if self.left else "y"

    def menu(self, depth):
        text = f'menu "Menu {len(self.left)}"\n'
        text += f"\tvisible if {self.condition_of_block()}\n" if self.chance(30) else ""
        text += f"\tdepends on {self.condition_of_block()}\n" if self.chance(40) else ""
        return text + "\n" + self.block(depth) + "endmenu\n\n"

    def source(self, depth):
        number = len(self.files)
        name = f"dir{number}/Kconfig.{number}"
        self.files[name] = ""
        keyword = self.dice.choice(("source", "rsource", "osource", "orsource", "gsource", "grsource"))
        pattern = f"dir{number}/Kconfig*" if self.chance(30) else name
        lines = f'{keyword} "{pattern}"\n'
        lines += 'osource "nowhere/*"\n' if self.chance(30) else ""
        if keyword in ("rsource", "orsource", "grsource"):
            lines = lines.replace(pattern, "$(up)" + pattern)
        self.files[name] = "up := ../\n" + self.block(depth) + "up :=" + ("../" if self.inside else "") + "\n"
        return lines

    around = None
    members = ()
    inside = 0

    def block(self, depth):
        text = ""
        for _ in range(1 + self.dice.randrange(4)):
            roll = self.dice.randrange(100)
            if depth == 0 or roll < 50:
                text += self.config()
            elif roll < 65:
                text += self.choice(depth)
            elif roll < 78:
                text += self.menu(depth - 1)
            elif roll < 88:
                text += f"if {self.condition_of_block()}\n\n{self.block(depth - 1)}endif\n\n"
            elif roll < 94 and not self.inside:
                self.inside = 1
                text += self.source(depth - 1)
                self.inside = 0
            else:
                text += f'comment "Comment {roll}"\n' + (f"\tdepends on {self.condition_of_block()}\n" if self.chance(60) else "")
        return text

    def tree(self):
        """The files of the tree, by name."""
        top = 'mainmenu "Made up"\n\nup :=\nvalue = $(1)\nword = one $(WORD)\n\n'
        modules = self.dice.choice(("def_bool y", "def_bool n", 'bool "modules"\n\tdefault y'))
        top += f"config MODULES\n\t{modules}\n\toption modules\n\n"
        while self.left:
            top += self.block(3)
        self.files["Kconfig"] = top
        return self.files

    def dot_config(self):
        lines = []
        for name in self.names:
            if self.chance(65):
                kind = self.types[name] if self.chance(94) else self.dice.choice(TYPES)
                value = self.value(kind)
                if value == "n" and self.chance(80):
                    lines.append(f"# CONFIG_{name} is not set")
                elif kind == "string":
                    lines.append(f'CONFIG_{name}="' + value.replace("\\", "\\\\").replace('"', '\\"') + '"')
                else:
                    lines.append(f"CONFIG_{name}={value}")
        self.dice.shuffle(lines)
        lines += [self.dice.choice(WRONG) for _ in range(self.dice.randrange(3))]
        lines += [line for line in lines[:3] if self.chance(20)]
        return "\n".join(lines) + "\n"
