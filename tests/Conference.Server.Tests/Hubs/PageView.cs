using System.Text.Json;
using Conference.Core.Rooms;
using Conference.Server.Hubs.Messages;
using Conference.Server.Rooms;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>What one page knows of its room: the snapshot, and every event since. A hole in the versions fails the test.</summary>
public sealed class PageView
{
    private readonly SortedDictionary<string, ParticipantInfo> _participants = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _lobby = new(StringComparer.Ordinal);
    private string _title;
    private RoomSettings _settings;
    private string? _spotlightId;

    public PageView(Seat seat)
    {
        (Version, _title, _settings, _spotlightId) = (seat.Room.Version, seat.Room.Title, seat.Room.Settings, seat.Room.SpotlightId);
        foreach (var participant in seat.Room.Participants)
        {
            _participants[participant.Id] = participant;
        }

        _lobby.UnionWith(seat.Lobby?.Select(guest => guest.Id) ?? []);
    }

    public long Version { get; private set; }

    /// <summary>Who waits, for hosts.</summary>
    public IReadOnlyCollection<string> Lobby => _lobby;

    /// <summary>What the server itself would show.</summary>
    public static string Of(RoomState state) =>
        Write(state.Version, state.Title, state.Settings, state.SpotlightId, state.Participants.Select(p => p.ToInfo()).OrderBy(p => p.Id, StringComparer.Ordinal));

    public bool HasHandUp(string participantId) => _participants[participantId].HandRaisedAt is not null;

    public void Apply(object told)
    {
        switch (told)
        {
            case ParticipantJoinedEvent e when IsNews(e.Version):
                _participants.Add(e.Participant.Id, e.Participant);
                break;
            case ParticipantUpdatedEvent e when IsNews(e.Version):
                _participants[e.Participant.Id] = e.Participant;
                break;
            case ParticipantLeftEvent e when IsNews(e.Version):
                Assert.True(_participants.Remove(e.ParticipantId));
                break;
            case RoomUpdatedEvent e when IsNews(e.Version):
                (_title, _settings, _spotlightId) = (e.Title, e.Settings, e.SpotlightId);
                break;
            case GuestWaitingEvent e:
                _lobby.Add(e.Guest.Id);
                break;
            case GuestGoneEvent e:
                _lobby.Remove(e.GuestId);
                break;
            case LobbyShownEvent e:
                _lobby.Clear();
                _lobby.UnionWith(e.Guests.Select(guest => guest.Id));
                break;
        }
    }

    public override string ToString() => Write(Version, _title, _settings, _spotlightId, _participants.Values);

    private static string Write(long version, string title, RoomSettings settings, string? spotlightId, IEnumerable<ParticipantInfo> participants) =>
        JsonSerializer.Serialize(new { version, title, settings, spotlightId, participants }, ConferenceVisitor.Json);

    /// <summary>What an earlier seat of the page was told is in the snapshot already.</summary>
    private bool IsNews(long version)
    {
        if (version <= Version)
        {
            return false;
        }

        Assert.Equal(++Version, version);
        return true;
    }
}
