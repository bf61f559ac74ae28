using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Core.Tests.Access;

/// <summary>What everybody who wants to come in meets at each door.</summary>
public sealed class DoorTests
{
    private const string Everybody = "stranger former first admitted waiting denied deniedbefore removed host returning vouched deniedreturning";
    private const string Known = "first admitted host returning vouched deniedreturning";
    private const string Unknown = "stranger former waiting deniedbefore";
    private static readonly DateTimeOffset CallStart = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = CallStart.AddHours(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly RoomSettings Open = new();
    private static readonly RoomSettings Lobby = new(Lobby: true);
    private static readonly RoomSettings Locked = new(Lobby: true, Locked: true);

    /// <summary>Made anew for each test: how an entrant is made is tried as well.</summary>
    private static Dictionary<string, Entrant> Entrants => new()
    {
        ["stranger"] = new Entrant(null),
        ["former"] = new Entrant(Person(PersonAccess.Admitted, CallStart - Moment)),
        ["first"] = new Entrant(Person(PersonAccess.Admitted, CallStart)),
        ["admitted"] = new Entrant(Person(PersonAccess.Admitted, CallStart + Moment)),
        ["waiting"] = new Entrant(Person(PersonAccess.Waiting, Now)),
        ["denied"] = new Entrant(Person(PersonAccess.Denied, Now - Doorkeeper.DenialLength + Moment)),
        ["deniedbefore"] = new Entrant(Person(PersonAccess.Denied, Now - Doorkeeper.DenialLength)),
        ["removed"] = new Entrant(Person(PersonAccess.Removed, Now, isHost: true), IsReturning: true, IsVouched: true),
        ["host"] = new Entrant(Person(PersonAccess.None, null, isHost: true)),
        ["returning"] = new Entrant(null, IsReturning: true),
        ["vouched"] = new Entrant(null, IsVouched: true),
        ["deniedreturning"] = new Entrant(Person(PersonAccess.Denied, Now), IsReturning: true),
    };

    [Fact]
    public void AnOpenRoomKeepsOutWhoWasDeniedOrRemoved()
    {
        Assert.Equal(WithoutThose("denied", "removed"), WhoMeets(Door.Open, Open));
        Assert.Equal("denied", WhoMeets(Door.Denied, Open));
        Assert.Equal("removed", WhoMeets(Door.Removed, Open));
    }

    [Fact]
    public void BeforeALobbyWaitsWhoeverWasNotLetInDuringThisCall()
    {
        Assert.Equal(Unknown, WhoMeets(Door.Lobby, Lobby));
        Assert.Equal(Known, WhoMeets(Door.Open, Lobby));
    }

    [Fact]
    public void ALockIsForTheSameAndStrongerThanALobby()
    {
        Assert.Equal(Unknown, WhoMeets(Door.Locked, Locked));
        Assert.Equal(Known, WhoMeets(Door.Open, Locked));
        Assert.Equal(Unknown, WhoMeets(Door.Locked, Locked with { Lobby = false }));
    }

    [Fact]
    public void BetweenCallsNobodyWasLetIn()
    {
        Assert.Equal("stranger former first admitted waiting deniedbefore", WhoMeets(Door.Lobby, Lobby, callStartedAt: null));
        Assert.Equal("host returning vouched deniedreturning", WhoMeets(Door.Open, Lobby, callStartedAt: null));
    }

    [Fact]
    public void APasswordIsForWhomALobbyIsFor()
    {
        // Who was removed meets a closed door before anybody asks for a password.
        Assert.Equal("stranger former waiting denied deniedbefore", WhoNeedsPassword(CallStart));
        Assert.Equal("stranger former first admitted waiting denied deniedbefore", WhoNeedsPassword(null));
    }

    private static string WhoMeets(Door door, RoomSettings settings) => WhoMeets(door, settings, CallStart);

    private static string WhoMeets(Door door, RoomSettings settings, DateTimeOffset? callStartedAt) =>
        Names(entrant => Doorkeeper.Ask(entrant, settings, callStartedAt, Now) == door);

    private static string WhoNeedsPassword(DateTimeOffset? callStartedAt) => Names(entrant => Doorkeeper.NeedsPassword(entrant, callStartedAt));

    private static string Names(Func<Entrant, bool> match) =>
        string.Join(' ', Entrants.Where(entrant => match(entrant.Value)).Select(entrant => entrant.Key));

    private static string WithoutThose(params string[] names) => string.Join(' ', Everybody.Split(' ').Except(names));

    private static PersonRecord Person(PersonAccess access, DateTimeOffset? at, bool isHost = false) =>
        new(new PersonKey(1, "p"), Guid.Empty, "Ada", isHost) { Access = access, AccessAt = at };
}
