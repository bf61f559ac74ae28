using Conference.Core;

namespace Conference.Server.Tests.Access;

/// <summary>One call, and for whom it is.</summary>
/// <param name="Name">As it is mapped: a method's name, or a route's method and pattern.</param>
/// <param name="Allowed">The actors who may, in a room where nothing is kept to hosts.</param>
internal abstract record GateRow(string Name, string Allowed)
{
    /// <summary>The answer to a call that is done.</summary>
    public const string Done = "done";

    /// <summary>Whether the actor is another one afterwards, or the room is gone: nothing can be tried after it.</summary>
    public bool IsLast { get; init; }

    /// <summary>Whether a call that is done may change something.</summary>
    public abstract bool Changes { get; }

    /// <summary>The answer that this actor gets: <see cref="Done"/>, a status, or the code of a refusal.</summary>
    public abstract string Expect(string actor, Relation relation);

    /// <summary>Makes the call.</summary>
    public abstract Task<string> CallAsync(GateScene scene);

    /// <summary>Whether this answer says that something was done.</summary>
    public static bool IsDone(string answer) => answer is Done or "joined" or "waiting";

    protected static bool Has(string actors, string actor) => actors.Split(' ').Contains(actor);

    /// <summary>What an actor is who belongs to another room, in that one.</summary>
    protected static string AtHome(string actor) => actor switch
    {
        "elsewhere" => "participant",
        "hostelsewhere" => "cohost",
        _ => actor,
    };

    protected static bool IsElsewhere(string actor) => AtHome(actor) != actor;
}

/// <summary>A method of the hub. The room is that of the caller's seat; the relation says where those are to whom it does something.</summary>
internal sealed record HubRow(string Name, string Allowed, Func<GateScene, GateTarget, object[]> Arguments) : GateRow(Name, Allowed)
{
    private const string Seated = "participant muted asked chatonly second former cohost host";

    /// <summary>Who may where hosts keep to themselves what they can; null for no difference.</summary>
    public string? Strict { get; init; }

    /// <summary>The refusal when the one to whom it is done is not in the room; null when it is done to nobody.</summary>
    public string? Missing { get; init; }

    /// <summary>Whether it is done to somebody in the lobby.</summary>
    public bool IsOnGuest { get; init; }

    /// <summary>All answers, one by one; null where they follow from the rest.</summary>
    public IReadOnlyDictionary<(string Actor, Relation Relation), string>? Answers { get; init; }

    public override bool Changes => true;

    public override string Expect(string actor, Relation relation)
    {
        if (actor == GateTable.Anonymous)
        {
            return GateActor.TurnedAway;
        }

        if (Answers is not null)
        {
            return Answers[(actor, relation)];
        }

        var role = AtHome(actor);
        var isStrict = relation == Relation.Strict && !IsElsewhere(actor);
        if (!Has(isStrict ? Strict ?? Allowed : Allowed, role))
        {
            return Has(Seated, role) ? ErrorCodes.NotAllowed : ErrorCodes.NotJoined;
        }

        return Missing is not null && !IsThere(actor, relation) ? Missing : Done;
    }

    public override async Task<string> CallAsync(GateScene scene)
    {
        if (scene.Actor.Wire is null)
        {
            return await scene.Actor.TryConnectAsync();
        }

        var answer = await scene.Actor.Wire.InvokeAsync(Name, [.. Arguments(scene, scene.Target)]);
        return answer.Refusal ?? answer.Status ?? Done;
    }

    private bool IsThere(string actor, Relation relation) => IsElsewhere(actor)
        ? relation == Relation.Other
        : IsOnGuest ? relation is Relation.Lobby or Relation.Locked : relation is not (Relation.Other or Relation.Unknown);
}

/// <summary>A route. The relation says which room's code is in it.</summary>
internal sealed record RouteRow(string Name, string Allowed, string Path, string? Body) : GateRow(Name, Allowed)
{
    /// <summary>The answer to who may.</summary>
    public string Answer { get; init; } = Done;

    public override bool Changes => !Name.StartsWith("GET ", StringComparison.Ordinal);

    private bool IsOfRoom => Path.Contains("{code}", StringComparison.Ordinal);

    public override string Expect(string actor, Relation relation)
    {
        if (!IsOfRoom)
        {
            return Answer;
        }

        if (relation == Relation.Unknown || (actor == "deleted" && relation != Relation.Other))
        {
            return ErrorCodes.RoomNotFound;
        }

        var isOwnRoom = IsElsewhere(actor) == (relation == Relation.Other);
        return Has(Allowed, isOwnRoom ? AtHome(actor) : "stranger") ? Answer : ErrorCodes.NotAllowed;
    }

    /// <summary>Calls it by a method that reads, with everything by which somebody may want it to be another one.</summary>
    public async Task LookAsync(GateScene scene, HttpMethod method)
    {
        using var request = Request(scene, method);
        var meant = Name.Split(' ')[0];
        request.Headers.Add("X-HTTP-Method-Override", meant);
        request.Headers.Add("Access-Control-Request-Method", meant);
        request.RequestUri = new Uri($"{request.RequestUri}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}_method={meant}", UriKind.Relative);
        using var response = await scene.Actor.Http.SendAsync(request);
        Assert.True((int)response.StatusCode < 500, $"{method} of {Name} answered {response.StatusCode}.");
    }

    public override async Task<string> CallAsync(GateScene scene)
    {
        using var request = Request(scene, new HttpMethod(Name.Split(' ')[0]));
        using var response = await scene.Actor.Http.SendAsync(request);
        if (response.IsSuccessStatusCode || response.Headers.Location is not null)
        {
            return Done;
        }

        var problem = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync());
        return (string)problem!["code"]!;
    }

    private HttpRequestMessage Request(GateScene scene, HttpMethod method) =>
        new(method, new Uri(Path.Replace("{code}", scene.Target.Code, StringComparison.Ordinal), UriKind.Relative))
        {
            Content = Body is null ? null : new StringContent(Body, System.Text.Encoding.UTF8, "application/json"),
        };
}
