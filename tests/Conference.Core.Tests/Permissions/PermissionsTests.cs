using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Core.Tests.Access;

public sealed class PermissionsTests
{
    private const long Elsewhere = 8;
    private const string Everybody = "anonymous visitor other otherhost nameless knocking denied removed admitted knockingagain host participant chatonly allowed seatedhost";
    private const string Seated = "participant chatonly allowed seatedhost";
    private static readonly RoomRecord Open = new(7, default, "Weekly", DateTimeOffset.UnixEpoch);

    private static readonly RoomRecord Strict = Open with
    {
        Settings = new RoomSettings(Lobby: true, Locked: true, MayShareScreens: false, MayChat: false, MayUnmute: false, MayReact: false, MayRename: false, MayRecord: false),
    };

    private static readonly string Visitors = Without(Everybody, "anonymous");

    /// <summary>Who may do what where everything is allowed. An action without a row here fails the tests below.</summary>
    private static readonly Dictionary<RoomAction, string> Allowed = new()
    {
        [RoomAction.CreateRoom] = Visitors,
        [RoomAction.CheckConnection] = Visitors,
        [RoomAction.SeeRoom] = Visitors,
        [RoomAction.JoinRoom] = Visitors,
        [RoomAction.SeeSession] = Visitors,
        [RoomAction.ChangeSession] = Visitors,
        [RoomAction.UseHostLink] = Without(Visitors, "removed"),
        [RoomAction.ReadHistory] = $"admitted knockingagain host {Seated}",
        [RoomAction.RenameRoom] = "host seatedhost",
        [RoomAction.ManageRoom] = "host seatedhost",
        [RoomAction.DeleteRoom] = "host seatedhost",
        [RoomAction.ReadAudit] = "host seatedhost",
        [RoomAction.MakeHostLink] = "host seatedhost",
        [RoomAction.LeaveRoom] = $"knocking {Seated}",
        [RoomAction.SendMessage] = Seated,
        [RoomAction.NotifyTyping] = Seated,
        [RoomAction.SetMedia] = Seated,
        [RoomAction.RaiseHand] = Seated,
        [RoomAction.SendReaction] = Seated,
        [RoomAction.SetName] = Seated,
        [RoomAction.Unmute] = Seated,
        [RoomAction.SendSignal] = Without(Seated, "chatonly"),
        [RoomAction.RenewIceServers] = Without(Seated, "chatonly"),
        [RoomAction.ShareScreen] = Without(Seated, "chatonly"),
        [RoomAction.Record] = Without(Seated, "chatonly"),
        [RoomAction.AnswerLobby] = "seatedhost",
        [RoomAction.QuietParticipants] = "seatedhost",
        [RoomAction.Spotlight] = "seatedhost",
        [RoomAction.ManageHosts] = "seatedhost",
        [RoomAction.RemoveParticipant] = "seatedhost",
        [RoomAction.SuspendRoom] = "seatedhost",
        [RoomAction.EndCall] = "seatedhost",
    };

    /// <summary>What is left where hosts keep everything to themselves.</summary>
    private static readonly Dictionary<RoomAction, string> AllowedByStrictHosts = new(Allowed)
    {
        [RoomAction.SendMessage] = "seatedhost",
        [RoomAction.NotifyTyping] = "seatedhost",
        [RoomAction.SendReaction] = "seatedhost",
        [RoomAction.SetName] = "seatedhost",
        [RoomAction.ShareScreen] = "seatedhost",
        [RoomAction.Record] = "seatedhost",
        [RoomAction.Unmute] = "allowed seatedhost",
    };

    public static TheoryData<RoomAction> Actions => new(Enum.GetValues<RoomAction>());

    /// <summary>Made anew for each test: how an actor is made is tried as well.</summary>
    private static Dictionary<string, Actor> Actors => new()
    {
        ["anonymous"] = Actor.Anonymous,
        ["visitor"] = Actor.Visitor,
        ["other"] = Actor.Seated(Seat(), Elsewhere),
        ["otherhost"] = Actor.Of(Person(isHost: true), Elsewhere),
        ["nameless"] = Actor.Of(Person(), Open.Id),
        ["knocking"] = Actor.Of(Person(PersonAccess.Waiting), Open.Id),
        ["denied"] = Actor.Of(Person(PersonAccess.Denied), Open.Id),
        ["removed"] = Actor.Of(Person(PersonAccess.Removed, isHost: true) with { WasAdmitted = true }, Open.Id),
        ["admitted"] = Actor.Of(Person(PersonAccess.Admitted), Open.Id),
        ["knockingagain"] = Actor.Of(Person(PersonAccess.Waiting) with { WasAdmitted = true }, Open.Id),
        ["host"] = Actor.Of(Person(isHost: true), Open.Id),
        ["participant"] = Actor.Seated(Seat(), Open.Id),
        ["chatonly"] = Actor.Seated(Seat() with { ChatOnly = true }, Open.Id),
        ["allowed"] = Actor.Seated(Seat() with { UnmuteAllowed = true }, Open.Id),
        ["seatedhost"] = Actor.Seated(Seat() with { IsHost = true }, Open.Id),
    };

    [Theory]
    [MemberData(nameof(Actions))]
    public void EachActionIsForTheActorsOfItsRowOnly(RoomAction action) => Assert.Equal(Allowed[action], WhoMay(action, Open));

    [Theory]
    [MemberData(nameof(Actions))]
    public void HostsKeepToThemselvesWhatTheyDecide(RoomAction action) => Assert.Equal(AllowedByStrictHosts[action], WhoMay(action, Strict));

    [Fact]
    public void WithoutARoomEverybodyIsAVisitorAtMost() =>
        Assert.DoesNotContain(Actors.Values, actor => Permissions.Can(actor, RoomAction.SendMessage, null));

    [Fact]
    public void WhereSignInIsNeededGuestsOpenNoRoomsAndTryNoRelays()
    {
        var guest = Actor.Visitor with { NeedsSignIn = true };

        Assert.Equal(
            [RoomAction.CreateRoom, RoomAction.CheckConnection],
            Enum.GetValues<RoomAction>().Where(action => Permissions.Can(Actor.Visitor, action, Open) && !Permissions.Can(guest, action, Open)));
    }

    [Fact]
    public void WhatIsNoActionIsAFault() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Permissions.Can(Actors["seatedhost"], (RoomAction)(-1), Open));

    private static string WhoMay(RoomAction action, RoomRecord room) =>
        string.Join(' ', Actors.Where(actor => Permissions.Can(actor.Value, action, room)).Select(actor => actor.Key));

    private static string Without(string names, string one) => string.Join(' ', names.Split(' ').Where(name => name != one));

    private static PersonRecord Person(PersonAccess access = PersonAccess.None, bool isHost = false) =>
        new(new PersonKey(1, "p"), Guid.Empty, "Ada", isHost) { Access = access };

    private static Participant Seat() => new(
        "id", new PersonKey(1, "p"), "Ada", "page", IsHost: false, ChatOnly: false, new ParticipantMedia(MicrophoneState.On, CameraState.On), "connection");
}
