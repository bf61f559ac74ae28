using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Access;

/// <summary>
/// Who may call what. A method of the hub or a route that has no row here fails the tests by its name. Where several calls are allowed they are
/// made in the order of the rows, so what takes something away from those behind comes late.
/// </summary>
internal static class GateTable
{
    /// <summary>Without a cookie: over HTTP that is a new visitor, on the hub nobody.</summary>
    public const string Anonymous = "anonymous";

    private const string Hosts = "cohost host";
    private const string WithMedia = $"participant muted asked second former {Hosts}";
    private const string Seated = $"chatonly {WithMedia}";
    private const string KeptToHosts = Hosts;

    /// <summary>Who was let in once, and not removed: they may read the chat.</summary>
    private const string Members = $"{Seated} hostaway admitted displaced left ended returning void expired";

    private const string HostsAnywhere = $"{Hosts} hostaway";
    private const string Welcome = $"{Members} {Anonymous} stranger foreign waiting denied deleted";
    private const string Everybody = $"{Welcome} removed";

    /// <summary>
    /// What becomes of a wish to join. Who is admitted during the call, has a good token or is a host passes everything; a seat is left before
    /// another one is taken.
    /// </summary>
    private const string JoinRows =
        """
        actor         open            lobby           locked          password          strict          other           unknown
        stranger      joined          waiting         locked          passwordRequired  joined          waiting         notFound
        foreign       joined          waiting         locked          passwordRequired  joined          waiting         notFound
        waiting       waiting         waiting         locked          passwordRequired  waiting         waiting         notFound
        denied        denied          denied          denied          denied            denied          waiting         notFound
        admitted      joined          joined          joined          joined            joined          waiting         notFound
        returning     joined          joined          joined          joined            joined          waiting         notFound
        void          joined          waiting         locked          passwordRequired  joined          waiting         notFound
        expired       joined          waiting         locked          passwordRequired  joined          waiting         notFound
        ended         joined          waiting         locked          passwordRequired  joined          waiting         notFound
        left          joined          joined          joined          joined            joined          waiting         notFound
        displaced     joined          joined          joined          joined            joined          waiting         notFound
        removed       removed         removed         removed         removed           removed         waiting         notFound
        hostaway      joined          joined          joined          joined            joined          waiting         notFound
        deleted       notFound        notFound        notFound        notFound          notFound        waiting         notFound
        participant   already_joined  already_joined  already_joined  already_joined    already_joined  already_joined  already_joined
        muted         already_joined  already_joined  already_joined  already_joined    already_joined  already_joined  already_joined
        asked         already_joined  already_joined  already_joined  already_joined    already_joined  already_joined  already_joined
        chatonly      already_joined  already_joined  already_joined  already_joined    already_joined  already_joined  already_joined
        second        already_joined  already_joined  already_joined  already_joined    already_joined  already_joined  already_joined
        former        already_joined  already_joined  already_joined  already_joined    already_joined  already_joined  already_joined
        cohost        already_joined  already_joined  already_joined  already_joined    already_joined  already_joined  already_joined
        host          already_joined  already_joined  already_joined  already_joined    already_joined  already_joined  already_joined
        elsewhere     already_joined  already_joined  already_joined  already_joined    already_joined  already_joined  already_joined
        hostelsewhere already_joined  already_joined  already_joined  already_joined    already_joined  already_joined  already_joined
        """;

    /// <summary>Every call, and for whom it is.</summary>
    public static IReadOnlyList<GateRow> Rows { get; } =
    [
        Hub(nameof(IConferenceServer.SendSignal), WithMedia, Signal) with { Missing = ErrorCodes.UnknownParticipant },
        Hub(nameof(IConferenceServer.RenewIceServers), WithMedia),
        Hub(nameof(IConferenceServer.SendMessage), Seated, _ => new SendMessageRequest(Guid.NewGuid().ToString("N"), "Hello")) with { Strict = KeptToHosts },
        Hub(nameof(IConferenceServer.NotifyTyping), Seated) with { Strict = KeptToHosts },
        Hub(nameof(IConferenceServer.SetMedia), Seated, _ => new SetMediaRequest(new ParticipantMedia(MicrophoneState.Muted, CameraState.Off))),
        Hub(nameof(IConferenceServer.SetMedia), Seated, _ => new SetMediaRequest(Hubs.Guest.Open, Unmute: true)) with { Strict = $"asked {Hosts}" },
        Hub(nameof(IConferenceServer.SetMedia), WithMedia, _ => new SetMediaRequest(Hubs.Guest.Sharing, StartScreen: true)) with { Strict = KeptToHosts },
        Hub(nameof(IConferenceServer.RaiseHand), Seated),
        Hub(nameof(IConferenceServer.LowerHand), Seated),
        Hub(nameof(IConferenceServer.StartRecording), WithMedia) with { Strict = KeptToHosts },
        Hub(nameof(IConferenceServer.StopRecording), Seated),
        Hub(nameof(IConferenceServer.SendReaction), Seated, _ => new SendReactionRequest(Reaction.Clap)) with { Strict = KeptToHosts },
        Hub(nameof(IConferenceServer.SetName), Seated, _ => new SetNameRequest("Max the Second")) with { Strict = KeptToHosts },
        HubOnOne(nameof(IConferenceServer.MuteParticipant), Participant),
        Hub(nameof(IConferenceServer.MuteAll), Hosts),
        HubOnOne(nameof(IConferenceServer.StopVideo), Participant),
        HubOnOne(nameof(IConferenceServer.StopScreen), Participant),
        HubOnOne(nameof(IConferenceServer.AskToUnmute), Participant),
        HubOnOne(nameof(IConferenceServer.LowerHandOf), Participant),
        HubOnOne(nameof(IConferenceServer.SetSpotlight), target => new SpotlightRequest(target.MemberId)),
        HubOnGuest(nameof(IConferenceServer.AdmitGuest), 0),
        HubOnGuest(nameof(IConferenceServer.DenyGuest), 1),
        Hub(nameof(IConferenceServer.AdmitAll), Hosts),
        HubOnOne(nameof(IConferenceServer.SetHost), target => new SetHostRequest(target.MemberId, true)),
        HubOnOne(nameof(IConferenceServer.RemoveParticipant), target => new RemoveParticipantRequest(target.MemberId, DeleteMessages: true)),
        Hub(nameof(IConferenceServer.SuspendRoom), Hosts),
        Hub(nameof(IConferenceServer.LeaveRoom), $"{Seated} waiting") with { IsLast = true },
        Hub(nameof(IConferenceServer.EndCall), Hosts) with { IsLast = true },
        new HubRow(nameof(IConferenceServer.JoinRoom), "", (scene, target) => [scene.Actor.JoinRequest(target.Code)]) { Answers = ReadJoinRows(), IsLast = true },
        Route("GET /health/live", Everybody, "/health/live"),
        Route("GET /health/ready", Everybody, "/health/ready"),
        Route("GET /openapi/{documentName}.json", Everybody, "/openapi/v1.json"),
        Route("GET /api/session", Everybody, "/api/session"),
        Route("GET /api/session/sign-in", Everybody, "/api/session/sign-in"),
        Route("POST /api/session/sign-out", Everybody, "/api/session/sign-out"),
        Route("GET /api/rooms", Everybody, "/api/rooms"),
        Route("POST /api/check/ice-servers", Everybody, "/api/check/ice-servers"),
        Route("POST /api/rooms", Everybody, "/api/rooms", """{"title":"New"}"""),
        Route("GET /api/rooms/{code}", Everybody),
        Route("GET /api/rooms/{code}/qr.svg", Everybody),
        Route("GET /api/rooms/{code}/invite.ics", Everybody),
        Route("GET /api/rooms/{code}/history", Members),
        Route("GET /api/rooms/{code}/messages", Members),
        Route("GET /api/rooms/{code}/messages/days", Members, "/api/rooms/{code}/messages/days?year=2026&month=3&timeZone=UTC"),
        Route("GET /api/rooms/{code}/search", Members, "/api/rooms/{code}/search?text=ready"),
        Route("GET /api/rooms/{code}/settings", HostsAnywhere),
        Route("GET /api/rooms/{code}/audit", HostsAnywhere),
        Route("DELETE /api/rooms/{code}/removed/{personId}", HostsAnywhere, "/api/rooms/{code}/removed/nobody") with { Answer = ErrorCodes.UnknownParticipant },
        Route("POST /api/rooms/{code}/host-link/use", Welcome, body: """{"secret":"guessed"}""") with { Answer = ErrorCodes.HostLinkInvalid },
        Route("PATCH /api/rooms/{code}", HostsAnywhere, body: """{"title":"Renamed"}"""),
        Route("PATCH /api/rooms/{code}/settings", HostsAnywhere, body: """{"lobbyMessage":"At noon","keepDays":7,"mayReact":false}"""),
        Route("POST /api/rooms/{code}/host-link", HostsAnywhere, body: "{}"),
        Route("POST /api/rooms/{code}/link", HostsAnywhere, body: "{}") with { IsLast = true },
        Route("DELETE /api/rooms/{code}", HostsAnywhere) with { IsLast = true },
    ];

    private static HubRow Hub(string method, string allowed, Func<GateTarget, object>? argument = null) =>
        new(method, allowed, (_, target) => argument is null ? [] : [argument(target)]);

    private static HubRow HubOnOne(string method, Func<GateTarget, object> argument) =>
        Hub(method, Hosts, argument) with { Missing = ErrorCodes.UnknownParticipant };

    private static HubRow HubOnGuest(string method, int guest) =>
        Hub(method, Hosts, target => new GuestRequest(target.GuestIds[guest])) with { Missing = ErrorCodes.NotWaiting, IsOnGuest = true };

    private static RouteRow Route(string name, string allowed, string? path = null, string? body = null) =>
        new(name, allowed, path ?? name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..], body);

    private static object Participant(GateTarget target) => new ParticipantRequest(target.MemberId);

    private static object Signal(GateTarget target) => new SendSignalRequest(target.MemberId, GateRoom.InstanceId, new Signal("{}"));

    private static Dictionary<(string Actor, Relation Relation), string> ReadJoinRows()
    {
        var lines = JoinRows.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var relations = lines[0].Skip(1).Select(name => Enum.Parse<Relation>(name, ignoreCase: true)).ToList();
        return lines.Skip(1)
            .SelectMany(cells => relations.Select((relation, i) => (Key: (cells[0], relation), Answer: cells[i + 1])))
            .ToDictionary(cell => cell.Key, cell => cell.Answer);
    }
}
