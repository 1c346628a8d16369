"""What click itself says, so that it is translated with the rest: click asks gettext for exactly these texts."""

from toc.messages import _, plural

CLICK_TEXTS = (
    _("Usage:"),
    _("Options"),
    _("Commands"),
    _("Error: {message}"),
    _("Try '{command} {option}' for help."),
    _("Missing command."),
    _("Missing argument"),
    _("Missing option"),
    _("Missing parameter"),
    _("No such option {name!r}."),
    _("Option {name!r} does not take a value."),
    _("Invalid value: {message}"),
    _("Invalid value for {param_hint}: {message}"),
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", n=1),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", n=1),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", n=1),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", n=2),
    _("default: {default}"),
)
