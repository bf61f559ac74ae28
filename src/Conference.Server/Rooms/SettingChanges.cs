using Conference.Core.Audit;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;

namespace Conference.Server.Rooms;

/// <summary>What a change of settings comes to, one line each.</summary>
internal static class SettingChanges
{
    private static readonly (Func<RoomSettings, bool> Read, AuditAction On, AuditAction Off)[] Switches =
    [
        (settings => settings.Lobby, AuditAction.LobbyOn, AuditAction.LobbyOff),
        (settings => settings.Locked, AuditAction.Locked, AuditAction.Unlocked),
        (settings => settings.MayShareScreens, AuditAction.SharingOn, AuditAction.SharingOff),
        (settings => settings.MayChat, AuditAction.ChatOn, AuditAction.ChatOff),
        (settings => settings.MayUnmute, AuditAction.UnmutingOn, AuditAction.UnmutingOff),
        (settings => settings.MayReact, AuditAction.ReactingOn, AuditAction.ReactingOff),
        (settings => settings.MayRename, AuditAction.RenamingOn, AuditAction.RenamingOff),
        (settings => settings.MayRecord, AuditAction.RecordingOn, AuditAction.RecordingOff),
        (settings => settings.RelayOnly, AuditAction.RelayOnlyOn, AuditAction.RelayOnlyOff),
        (settings => settings.AudioOnly, AuditAction.AudioOnlyOn, AuditAction.AudioOnlyOff),
    ];

    /// <summary>What is different between two states of a room. A new password is a change whatever it was before.</summary>
    public static IEnumerable<(AuditAction Action, string? Target)> Between(RoomRecord before, RoomRecord after, ChangeSettingsRequest request)
    {
        foreach (var (read, on, off) in Switches.Where(one => one.Read(before.Settings) != one.Read(after.Settings)))
        {
            yield return (read(after.Settings) ? on : off, null);
        }

        if (before.Title != after.Title)
        {
            yield return (AuditAction.Renamed, after.Title);
        }

        if (request.Password is not null && (before.PasswordHash ?? after.PasswordHash) is not null)
        {
            yield return (after.PasswordHash is null ? AuditAction.PasswordRemoved : AuditAction.PasswordSet, null);
        }

        if (before.KeepDays != after.KeepDays)
        {
            yield return (AuditAction.KeepingChanged, null);
        }

        if (before.LobbyMessage != after.LobbyMessage)
        {
            yield return (AuditAction.LobbyMessageChanged, null);
        }
    }

    /// <summary>The settings with what the request has.</summary>
    public static RoomSettings ApplyTo(this ChangeSettingsRequest request, RoomSettings settings) => new(
        request.Lobby ?? settings.Lobby,
        request.Locked ?? settings.Locked,
        request.MayShareScreens ?? settings.MayShareScreens,
        request.MayChat ?? settings.MayChat,
        request.MayUnmute ?? settings.MayUnmute,
        request.MayReact ?? settings.MayReact,
        request.MayRename ?? settings.MayRename,
        request.MayRecord ?? settings.MayRecord,
        request.RelayOnly ?? settings.RelayOnly,
        request.AudioOnly ?? settings.AudioOnly);
}
