using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Rooms;
using Conference.Server.Tests.Fuzz;
using Conference.Server.Tests.Hubs;

namespace Conference.Server.Tests.Rooms;

/// <summary>A hundred thousand forged join tokens, none of which opens anything.</summary>
public sealed class TokenForgeryTests(HubServer server) : IClassFixture<HubServer>
{
    private const int Forgeries = 100_000;
    private const string Room = "abc-defg-hjk";
    private readonly JoinPasses _passes = server.Server.Get<JoinPasses>();

    [Fact]
    public async Task NoneOfAHundredThousandForgeriesIsTaken()
    {
        var forger = new TokenForger(new Random(FuzzPlan.Seed), Room, server.Clock.GetUtcNow());
        Assert.True(RoomCode.TryParse(Room, out var room));
        for (var i = 0; i < Forgeries; i++)
        {
            var (what, token) = forger.Next();
            Assert.False(await IsTakenAsync(room, token), $"Forgery {i}, {what}, was taken: {token}");
        }

        // Whose they are takes them, all the same.
        foreach (var token in forger.Good)
        {
            Assert.True(await IsTakenAsync(room, token));
        }
    }

    private async Task<bool> IsTakenAsync(RoomCode room, string token)
    {
        try
        {
            return await _passes.TakeAsync(new HubCaller("connection", Guid.NewGuid()), room, token) is not null;
        }
        catch (ConferenceException refusal) when (refusal.Code == ErrorCodes.JoinTokenInvalid)
        {
            return false;
        }
    }
}
