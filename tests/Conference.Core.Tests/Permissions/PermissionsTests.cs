using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Core.Tests.Access;

public sealed class PermissionsTests
{
    private const long Here = 7;
    private const long Elsewhere = 8;

    private static readonly Dictionary<string, Actor> Actors = new()
    {
        ["anonymous"] = Actor.Anonymous,
        ["visitor"] = Actor.Visitor,
        ["other"] = Actor.Seated(Seat(isHost: false, chatOnly: false), Elsewhere),
        ["otherhost"] = Actor.Of(Person("Ada", isHost: true), Elsewhere),
        ["nameless"] = Actor.Of(Person("", isHost: false), Here),
        ["admitted"] = Actor.Of(Person("Ada", isHost: false), Here),
        ["host"] = Actor.Of(Person("", isHost: true), Here),
        ["participant"] = Actor.Seated(Seat(isHost: false, chatOnly: false), Here),
        ["chatonly"] = Actor.Seated(Seat(isHost: false, chatOnly: true), Here),
        ["seatedhost"] = Actor.Seated(Seat(isHost: true, chatOnly: false), Here),
    };

    /// <summary>Who may do what. An action without a row here fails the test below.</summary>
    private static readonly Dictionary<RoomAction, string> Allowed = new()
    {
        [RoomAction.CreateRoom] = "visitor other otherhost nameless admitted host participant chatonly seatedhost",
        [RoomAction.SeeRoom] = "visitor other otherhost nameless admitted host participant chatonly seatedhost",
        [RoomAction.JoinRoom] = "visitor other otherhost nameless admitted host participant chatonly seatedhost",
        [RoomAction.ReadHistory] = "admitted host participant chatonly seatedhost",
        [RoomAction.RenameRoom] = "host seatedhost",
        [RoomAction.LeaveRoom] = "participant chatonly seatedhost",
        [RoomAction.SendMessage] = "participant chatonly seatedhost",
        [RoomAction.NotifyTyping] = "participant chatonly seatedhost",
        [RoomAction.SetMedia] = "participant chatonly seatedhost",
        [RoomAction.RaiseHand] = "participant chatonly seatedhost",
        [RoomAction.SendReaction] = "participant chatonly seatedhost",
        [RoomAction.SendSignal] = "participant seatedhost",
    };

    public static TheoryData<RoomAction> Actions => new(Enum.GetValues<RoomAction>());

    [Theory]
    [MemberData(nameof(Actions))]
    public void EachActionIsForTheActorsOfItsRowOnly(RoomAction action)
    {
        var allowed = Actors.Where(actor => Permissions.Can(actor.Value, action, Here)).Select(actor => actor.Key);
        Assert.Equal(Allowed[action], string.Join(' ', allowed));
    }

    [Fact]
    public void WithoutARoomEverybodyIsAVisitorAtMost() =>
        Assert.DoesNotContain(Actors.Values, actor => Permissions.Can(actor, RoomAction.SendMessage, null));

    private static PersonRecord Person(string name, bool isHost) => new(new PersonKey(1, "p"), Guid.Empty, name, isHost);

    private static Participant Seat(bool isHost, bool chatOnly) => new(
        "id", new PersonKey(1, "p"), "Ada", "page", isHost, chatOnly, new ParticipantMedia(MicrophoneState.On, CameraState.On), "connection");
}
