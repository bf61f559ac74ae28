using Conference.Core;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>Who guesses the password of a room: nothing but the limits of the guesses is in the way.</summary>
public sealed class PasswordGuessTests : ServerTest
{
    private const int Guesses = 10_000;
    private const int AtOnce = 500;
    private const int Addresses = 1000;
    private const string Password = "open sesame";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        using var response = await Ada.PatchAsync($"{RoomPath}/settings", $$"""{"password":"{{Password}}"}""");
        response.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task OfTenThousandGuessesOfOneAddressTenAreLookedAt()
    {
        using var visitor = await Server.VisitAsync();
        await using var guesser = await Guest.ConnectAsync(visitor);
        var answers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Guesses / AtOnce; i++)
        {
            foreach (var answer in await Task.WhenAll(Enumerable.Range(i * AtOnce, AtOnce).Select(guess => GuessAsync(guesser, $"guess {guess}"))))
            {
                answers[answer] = answers.GetValueOrDefault(answer) + 1;
            }
        }

        Assert.Equal(new() { [$"{JoinStatus.PasswordWrong}"] = 10, [ErrorCodes.TooFast] = Guesses - 10 }, answers);
        Assert.Equal(ErrorCodes.TooFast, await GuessAsync(guesser, Password));
    }

    [Fact]
    public async Task OfAThousandAddressesTogetherSixtyAreLookedAtInARoom()
    {
        using var visitor = await Server.VisitAsync();
        var answers = new List<string?>();
        for (var i = 0; i < Addresses; i++)
        {
            using var page = await RawConnection.ConnectAsync(visitor, address: $"198.18.{i / 250}.{i % 250}");
            var answer = await page.InvokeAsync(nameof(IConferenceServer.JoinRoom), Guest.Request(Code) with { Password = $"guess {i}" });
            answers.Add(answer.Refusal ?? answer.Status);
        }

        Assert.All(answers.Take(60), answer => Assert.Equal("passwordWrong", answer));
        Assert.All(answers.Skip(60), answer => Assert.Equal(ErrorCodes.TooFast, answer));
    }

    protected override void Configure(ConferenceServerOptions options)
    {
        options.LiftLimits();
        options.Clock = TestClock.Create();
    }

    private async Task<string> GuessAsync(Guest guesser, string password)
    {
        try
        {
            return $"{(await guesser.TryJoinAsync(Guest.Request(Code) with { Password = password })).Status}";
        }
        catch (Microsoft.AspNetCore.SignalR.HubException refusal)
        {
            return await Guest.RefusalAsync(() => Task.FromException(refusal));
        }
    }
}
