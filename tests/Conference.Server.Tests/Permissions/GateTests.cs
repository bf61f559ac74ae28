using System.Reflection;
using Conference.Server.Hubs;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.StaticAssets;

namespace Conference.Server.Tests.Access;

/// <summary>
/// Every method of the hub and every route, for everything that somebody may be to a room: it does what its row in <see cref="GateTable"/> says,
/// and a refusal changes nothing and is heard by nobody.
/// </summary>
public sealed class GateTests(GateStage stage) : IClassFixture<GateStage>
{
    // The way to the methods of the hub: every actor goes it, and whoever has no cookie gets no further.
    private static readonly string[] HubRoutes = ["GET /hub", "GET /hub/negotiate"];

    // The page's own files while it is developed: the same for everybody.
    private static readonly string[] FileRoutes = ["GET {**path:file}", "HEAD {**path:file}"];

    public static TheoryData<string, Relation> Cases
    {
        get
        {
            var cases = new TheoryData<string, Relation>();
            foreach (var actor in GateActors.All.Keys)
            {
                foreach (var relation in Enum.GetValues<Relation>())
                {
                    cases.Add(actor, relation);
                }
            }

            return cases;
        }
    }

    public static TheoryData<string> Actors => new(GateActors.All.Keys);

    private static IEnumerable<string> Methods => typeof(ConferenceHub)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType is { } type && type != typeof(Hub) && type != typeof(object))
        .Select(method => method.Name)
        .Union(typeof(IConferenceServer).GetMethods().Select(method => method.Name));

    private IEnumerable<string> Routes => stage.Server.Get<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .SelectMany(route => (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => $"{method} {route.RoutePattern.RawText}"))
        .Except(HubRoutes).Except(FileRoutes);

    [Fact]
    public void EveryMethodAndRouteHasARow() =>
        Assert.Equal([], Methods.Concat(Routes).Where(name => !GateTable.Rows.Any(row => row.Name == name)));

    [Fact]
    public void EveryRowIsOfAMethodOrRoute() => Assert.Equal([], GateTable.Rows.Select(row => row.Name).Except(Methods.Concat(Routes)));

    [Fact]
    public void EveryActorIsAllowedAndRefusedSomething() => Assert.All(GateActors.All.Keys, actor =>
    {
        Assert.Contains(GateTable.Rows, row => row.Expect(actor, Relation.Open) == GateRow.Done);
        Assert.Contains(GateTable.Rows, row => row.Expect(actor, Relation.Open) != GateRow.Done);
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task EachIsAnsweredByTheTableAndARefusalChangesNothing(string actor, Relation relation)
    {
        List<string> faults = [];
        var allowed = RowsOf(actor, relation, isQuiet: false).ToLookup(row => row.IsLast);
        using (var scene = await GateScene.SetAsync(stage, actor, relation))
        {
            await RefuseAsync(scene, RowsOf(actor, relation, isQuiet: true), actor, relation, faults);
            await AllowAsync(scene, [.. allowed[false], .. allowed[true].Take(1)], actor, relation, faults);
        }

        // One scene has one end.
        foreach (var row in allowed[true].Skip(1))
        {
            using var scene = await GateScene.SetAsync(stage, actor, relation);
            await AllowAsync(scene, [row], actor, relation, faults);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [MemberData(nameof(Actors))]
    public async Task WhoOnlyLooksChangesNothing(string actor)
    {
        using var scene = await GateScene.SetAsync(stage, actor, Relation.Open);
        var before = await scene.ReadAsync();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options })
        {
            foreach (var route in GateTable.Rows.OfType<RouteRow>())
            {
                await route.LookAsync(scene, method);
                Assert.True(before == await scene.ReadAsync(), $"{method} of {route.Name} changed something.");
            }
        }

        await scene.SettleAsync();
        Assert.Empty(scene.TakeTold());
    }

    /// <summary>What may change nothing, refused or only read; or what may.</summary>
    private static IEnumerable<GateRow> RowsOf(string actor, Relation relation, bool isQuiet) =>
        GateTable.Rows.Where(row => isQuiet != (row.Changes && GateRow.IsDone(row.Expect(actor, relation))));

    private static async Task RefuseAsync(GateScene scene, IEnumerable<GateRow> rows, string actor, Relation relation, List<string> faults)
    {
        var before = await scene.ReadAsync();
        foreach (var row in rows)
        {
            await CompareAsync(scene, row, actor, relation, faults);
            var after = await scene.ReadAsync();
            if (after != before)
            {
                faults.Add($"{row.Name} changed something:{Environment.NewLine}{before}{Environment.NewLine}{after}");
                before = after;
            }
        }

        await scene.SettleAsync();
        faults.AddRange(scene.TakeTold());
    }

    /// <summary>What is allowed in one room is not felt in another.</summary>
    private static async Task AllowAsync(GateScene scene, IEnumerable<GateRow> rows, string actor, Relation relation, List<string> faults)
    {
        var before = await scene.ReadHomeAsync();
        foreach (var row in rows)
        {
            await CompareAsync(scene, row, actor, relation, faults);
        }

        if (scene.IsElsewhere)
        {
            await scene.SettleAsync();
            faults.AddRange(scene.TakeToldAtHome());
            Assert.Equal(before, await scene.ReadHomeAsync());
        }
    }

    private static async Task CompareAsync(GateScene scene, GateRow row, string actor, Relation relation, List<string> faults)
    {
        var (expected, answer) = (row.Expect(actor, relation), await row.CallAsync(scene));
        if (answer != expected)
        {
            faults.Add($"{row.Name} answered {answer}, not {expected}.");
        }
    }
}
