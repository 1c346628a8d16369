"""What stops a command: exit status 2 and one clear sentence."""

from toc.messages import Message


class Failure(Exception):  # noqa: N818 - it reads well where it is raised
    """The command cannot go on; `message` says why, `hint` what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
