using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Conference.Core;
using Conference.Server.Hubs;

namespace Conference.Server.Tests.Fuzz;

/// <summary>
/// Every method of the hub, called with whatever a request could have in it, by everybody who could call it. Each call is answered with a result or a code
/// that says what is wrong with it, nobody else notices, and the server finds no fault with itself.
/// </summary>
public sealed class HubFuzzTests(FuzzServer server) : IClassFixture<FuzzServer>
{
    private const int BatchSize = 400;
    private const int AtOnce = 2;
    private static readonly int Batches = FuzzPlan.IsLong ? 550 : 50;
    private static readonly Standing[] Standings = Enum.GetValues<Standing>();

    // The limits are lifted: a call that is too fast would say that nothing was tried.
    private static readonly FrozenSet<string> Codes = typeof(ErrorCodes).GetFields()
        .Select(field => (string)field.GetRawConstantValue()!)
        .Except([ErrorCodes.ServerFault, ErrorCodes.NotStored, ErrorCodes.UnknownMethod, ErrorCodes.TooFast])
        .ToFrozenSet(StringComparer.Ordinal);

    public static TheoryData<string> Methods => [.. typeof(IConferenceServer).GetMethods().Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task WhateverAMethodIsCalledWithIsAnsweredAndHarmsNobody(string method)
    {
        var seeds = Enumerable.Range(0, Batches).Select(batch => (FuzzPlan.Seed * Batches) + batch);
        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) => await TryAsync(method, seed));
        await server.Bystanders.AssertUndisturbedAsync();
    }

    /// <summary>What was found once, by the method and the seed that the failure named.</summary>
    [Theory]
    [InlineData(nameof(IConferenceServer.SetName), 59)]
    public Task WhatWasFoundOnceIsAnswered(string method, int seed) => TryAsync(method, seed);

    private async Task TryAsync(string method, int seed)
    {
        var standing = Standings[seed % Standings.Length];
        await using var room = await FuzzRoom.OpenAsync(server.Server, standing, hasLobby: seed / Standings.Length % 2 == 0);
        room.Texts.AddForeign(server.Bystanders.Texts);
        var calls = WriteCalls(method, new Random(seed), room.Texts);
        try
        {
            await CallAsync(room.Attacker, method, calls);
            await (standing == Standing.Host ? room.AssertSoundAsync() : room.AssertUntouchedAsync());
            await server.Bystanders.AssertUntouchedAsync();
            Assert.Empty(server.Faults.Take());
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{method} by {standing}, seed {seed}: {fault.Message}", fault);
        }
    }

    private static string[] WriteCalls(string method, Random random, SceneTexts texts)
    {
        var generator = new RequestGenerator(random, texts);
        var target = typeof(IConferenceServer).GetMethod(method, BindingFlags.Public | BindingFlags.Instance)!;
        return [.. Enumerable.Range(0, BatchSize).Select(_ => generator.Write(target))];
    }

    private static async Task CallAsync(PipeConnection connection, string method, string[] calls)
    {
        var sending = SendAsync(connection, method, calls);
        var open = Enumerable.Range(0, calls.Length).ToHashSet();
        while (open.Count > 0)
        {
            var answer = await connection.NextAsync();
            Assert.True(answer is not null, $"No answer ({connection.Reason ?? "the connection is open"}) to {calls[open.Min()]}");
            var id = int.Parse(answer.Id, CultureInfo.InvariantCulture);
            Assert.True(open.Remove(id), $"Two answers to {calls[id]}");
            Assert.True(answer.Code is null || Codes.Contains(answer.Code), $"{answer.Code} for {calls[id]}");
        }

        await sending;
    }

    private static async Task SendAsync(PipeConnection connection, string method, string[] calls)
    {
        for (var id = 0; id < calls.Length; id++)
        {
            await connection.WriteAsync($$"""{"type":1,"invocationId":"{{id}}","target":"{{method}}","arguments":{{calls[id]}}}""");
        }
    }
}
