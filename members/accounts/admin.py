"""Users in the admin: people are invited, and nobody types a password for somebody else."""

from allauth.mfa.models import Authenticator
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.models import UserProfile
from wagtail.users.views import users

from members.accounts import factors, invitations, letters
from members.accounts.ending import end_sessions
from members.accounts.models import AccountSession, Letter
from pvpt.languages import NAMES
from pvpt.models import User


class InvitationForm(UserCreationForm):
    """Who is invited, what they may do, and in which language we write to them."""

    language = forms.ChoiceField(label=_("Language"), choices=list(NAMES.items()))

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"access_until"}
        widgets = UserCreationForm.Meta.widgets | {"access_until": AdminDateInput}

    def save(self, commit: bool = True) -> User:
        """Save the account closed; its owner opens it."""
        self.instance.is_active = False
        self.instance.set_unusable_password()
        user = super().save(commit)
        language = self.cleaned_data["language"]
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        return user


class AccountForm(UserEditForm):
    """An account that exists."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"access_until"}
        widgets = UserEditForm.Meta.widgets | {"access_until": AdminDateInput}


class InviteView(users.CreateView):
    """Invites somebody."""

    page_title = _("Invite somebody")
    submit_button_label = _("Invite")
    success_message = _("“%(object)s” is invited. The message goes out within a minute.")

    def save_instance(self) -> User:
        """Save the account and have the invitation sent."""
        user = super().save_instance()
        invitations.invite(user, self.request.user)
        return user


class EditView(users.EditView):
    """Leads also to how the person gets in."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        url = reverse("wagtailusers_users:access", args=[self.object.pk])
        return [*super().header_more_buttons, Button(_("Access"), url=url, icon_name="key", priority=5)]

    def save_instance(self) -> User:
        """Save; who may not log in any more is logged out, and who may is invited no longer."""
        user = super().save_instance()
        if user.is_active:
            invitations.withdraw(user)
        else:
            end_sessions(user)
        return user


class IndexView(users.IndexView):
    """The list, whose button invites."""

    add_item_label = _("Invite somebody")


@permission_required("pvpt.change_user")
@require_http_methods(["GET", "HEAD", "POST"])
def access(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how a person gets in; an administrator may invite again, log out, take the second step away."""
    user = get_object_or_404(User, pk=pk)
    if request.method == "POST":
        act = ACTIONS.get(request.POST.get("action", ""))
        if act:
            messages.success(request, act(request, user))
            log(instance=user, action="wagtail.edit", user=request.user)
        return redirect("wagtailusers_users:access", pk)
    context = {
        "person": user,
        "invitation": getattr(user, "invitation", None),
        "sessions": AccountSession.objects.filter(account_id=user.pk).count(),
        "factors": Authenticator.objects.filter(user=user).exclude(type="recovery_codes").count(),
        "header_title": str(user),
        "header_icon": "key",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": gettext("Home")},
            {"url": reverse("wagtailusers_users:index"), "label": gettext("Users")},
            {"url": reverse("wagtailusers_users:edit", args=[pk]), "label": str(user)},
            {"url": "", "label": gettext("Access")},
        ],
    }
    return render(request, "members/admin/access.html", context)


def invite_again(request: HttpRequest, user: User) -> str:
    """Send a new link to somebody who has not opened the account; return what to say."""
    if user.is_active or user.last_login:
        return gettext("This account was opened already.")
    invitations.invite(user, request.user)
    return gettext("A new invitation goes out within a minute. The former link no longer works.")


def withdraw(request: HttpRequest, user: User) -> str:
    """Make the link worth nothing; return what to say."""
    invitations.withdraw(user)
    return gettext("The invitation is withdrawn.")


def log_out(request: HttpRequest, user: User) -> str:
    """End all sessions; return what to say."""
    end_sessions(user)
    return gettext("This person is logged out everywhere.")


def remove_factors(request: HttpRequest, user: User) -> str:
    """Take the second step away from somebody who has lost it, and log them out; return what to say."""
    factors.remove_all(user)
    end_sessions(user)
    letters.write(Letter.FACTORS_REMOVED, user.email)
    return gettext("The second step is removed. This person sets up a new one at the next log-in.")


ACTIONS = {"invite": invite_again, "withdraw": withdraw, "log_out": log_out, "factors": remove_factors}


class UserViewSet(users.UserViewSet):
    """Wagtail's, with invitations."""

    index_view_class = IndexView
    add_view_class = InviteView
    edit_view_class = EditView

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """Return the form for an account or for an invitation."""
        return AccountForm if for_update else InvitationForm

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return Wagtail's addresses and that of a person's access."""
        return [*super().get_urlpatterns(), path("access/<int:pk>/", access, name="access")]
