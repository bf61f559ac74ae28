using Conference.Server.Hubs;
using Conference.Server.Tests.Fuzz;
using Conference.Server.Tests.Hubs;
using Conference.TestKit;

namespace Conference.Server.Tests.Memory;

/// <summary>What is measured in the memory of this process is measured while nothing else happens in it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class MeasuredAlone
{
    public const string Name = "Measured alone";
}

/// <summary>Twenty connections send ten megabytes each of what is meant to fill the memory, with the limits of pace out of the way.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class HostileInputTests : IAsyncLifetime
{
    private const int Attackers = 20;
    private const int Sent = 10 << 20;
    private const int MostHeld = 512 * 1024;
    private const int Looks = 5;
    private const int MessageLimit = 64 * 1024;
    private static readonly HostileFrames Frames = new(new Random(1), new SceneTexts());
    private static readonly byte[] Handshake = Frames.Record("""{"protocol":"json","version":1}""");

    private readonly ConferenceServer _server = ConferenceServer.Start(options =>
    {
        options.Settings["Logging:Level"] = "Critical";
        foreach (var (key, value) in NoLimits.Settings.Where(limit => !limit.Key.StartsWith("Limits:Outbox", StringComparison.Ordinal)))
        {
            options.Settings[key] = value;
        }
    });

    private readonly List<RawSocket> _sockets = [];
    private ConferenceVisitor _visitor = null!;

    public async Task InitializeAsync() => _visitor = await _server.VisitAsync();

    public async Task DisposeAsync()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _visitor.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task AConnectionHoldsLittleWhateverItSends()
    {
        var code = await _visitor.CreateRoomAsync();
        await using var ada = await ConnectAsync();
        await using var bob = await ConnectAsync();
        await ada.JoinAsync(Guest.Request(code));
        await bob.JoinAsync(Guest.Request(code, "Bob"));
        byte[][] pieces =
        [
            Frames.Piece(new string('a', MessageLimit)),
            Repeat("""{"type":6}"""),
            Repeat("""{"type":5,"invocationId":"1"}"""),
            Frames.Piece(new string('[', MessageLimit / 2)),
            Frames.Record($$"""{"type":1,"target":"RaiseHand","arguments":[{{new string('[', 5000)}}]}"""),
            Frames.Record($$"""{"type":1,"target":"SendMessage","arguments":[{"id":"","text":"{{new string('a', 60_000)}}"}]}"""),
        ];
        var before = Measure();

        await Task.WhenAll(Enumerable.Range(0, Attackers).Select(i => FloodAsync(pieces[i % pieces.Length])));
        var after = await HoldAsync(before);

        Assert.True(after - before < Attackers * (long)MostHeld, $"{(after - before) / Attackers} bytes for each connection.");
        var heard = await ada.SayAsync("Can you hear me?");
        Assert.Contains(await bob.ReadChatAsync(heard.Sequence), message => message.Text == "Can you hear me?");
        await bob.CallAsync(nameof(IConferenceServer.RaiseHand));
    }

    private static byte[] Repeat(string record) => [.. Enumerable.Repeat(Frames.Record(record), 500).SelectMany(frame => frame)];

    // As often as a page of ours shows that it is there.
    private async Task<Guest> ConnectAsync()
    {
        var hub = _visitor.CreateHubConnection();
        hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
        await hub.StartAsync();
        return Guest.On(hub);
    }

    /// <summary>The least of some looks: what is on its way for a moment does not count.</summary>
    private static long Measure() => Enumerable.Range(0, Looks).Min(_ => GC.GetTotalMemory(forceFullCollection: true));

    /// <summary>Sends it again and again, on another connection whenever one is cut.</summary>
    private async Task FloodAsync(byte[] piece)
    {
        for (var sent = 0; sent < Sent;)
        {
            using var socket = await RawSocket.UpgradeAsync(_visitor);
            var reading = socket.ReadToEndAsync();
            await socket.SendAsync(Handshake);
            while (sent < Sent && !reading.IsCompleted && await socket.SendAsync(piece))
            {
                sent += piece.Length;
            }

            // A cut connection took something too.
            sent += piece.Length;
        }
    }

    /// <summary>What is held while every attacker leaves a message of nearly all that it may have unfinished.</summary>
    private async Task<long> HoldAsync(long before)
    {
        foreach (var socket in await Task.WhenAll(Enumerable.Range(0, Attackers).Select(_ => RawSocket.UpgradeAsync(_visitor))))
        {
            _sockets.Add(socket);
            await socket.SendAsync(Handshake);
            await socket.SendAsync(Frames.Piece(new string('a', MessageLimit - 1)));
        }

        // The connections before may still be on their way out.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        long after;
        while ((after = Measure()) - before >= Attackers * (long)MostHeld && !patience.IsCancellationRequested)
        {
            await Task.Yield();
        }

        Assert.All(_sockets, socket => Assert.True(socket.IsOpen));
        return after;
    }
}
