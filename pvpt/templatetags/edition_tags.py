"""Parts of a page that are the same on many: rendered once for an edition of the site."""

from typing import Any

from django import template

from pvpt.edition.memory import keep

register = template.Library()


class KeptNode(template.Node):
    """The inside of `{% kept %}`."""

    def __init__(self, nodelist: template.NodeList, names: list[template.base.FilterExpression]) -> None:
        self.nodelist, self.names = nodelist, names

    def render(self, context: template.Context) -> str:
        key = ("part", *(str(name.resolve(context)) for name in self.names))
        user = getattr(context.get("request"), "user", None)
        return keep(user, key, lambda: self.nodelist.render(context))


@register.tag
def kept(parser: Any, token: Any) -> KeptNode:
    """Keep what is inside under the name and whatever else it depends on, for readers who have not logged in.

    `{% kept "foot" language %}…{% endkept %}`: nothing inside may depend on the page or the reader.
    """
    names = [parser.compile_filter(bit) for bit in token.split_contents()[1:]]
    if not names:
        raise template.TemplateSyntaxError("kept needs a name")
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, names)
