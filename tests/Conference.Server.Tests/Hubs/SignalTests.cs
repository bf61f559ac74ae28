using Conference.Core;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Hubs;

public sealed class SignalTests(HubServer server) : HubScene(server)
{
    private const string Method = nameof(IConferenceServer.SendSignal);
    private static readonly Signal Offer = new("{\"type\":\"offer\"}");

    [Fact]
    public async Task SignalReachesItsTargetAndNobodyElse()
    {
        var ada = await JoinAsync("Ada", request => request with { InstanceId = "adaspage" });
        var bob = await JoinAsync("Bob");
        var cy = await JoinAsync("Cy");
        var signal = new Signal(new string('ü', 12_288), [.. Enumerable.Repeat(new string('c', 1024), 32)], new string('ü', 512));

        await ada.CallAsync(Method, To(bob, signal));
        await bob.CallAsync(Method, To(cy, Offer));

        var heard = await bob.SkipToAsync<SignalReceivedEvent>();
        Assert.Equal((ada.Id, "adaspage", signal.Description, signal.Note), (heard.From, heard.FromInstance, heard.Signal.Description, heard.Signal.Note));
        Assert.Equal(signal.Candidates, heard.Signal.Candidates);
        Assert.Equal(bob.Id, (await cy.SkipToAsync<SignalReceivedEvent>()).From);
    }

    [Fact]
    public async Task SignalToAnotherRoomIsRefusedLikeOneToNobody()
    {
        var ada = await JoinAsync("Ada");
        var elsewhere = await OpenRoomAsync();
        var eve = await JoinAsync("Eve", request => request with { Code = elsewhere });

        Assert.Equal(ErrorCodes.UnknownParticipant, await ada.RefusalAsync(Method, To(eve, Offer)));
        Assert.Equal(ErrorCodes.UnknownParticipant, await ada.RefusalAsync(Method, new SendSignalRequest("0123456789", "page1", Offer)));
        Assert.Equal(ErrorCodes.UnknownParticipant, await ada.RefusalAsync(Method, To(ada, Offer)));
    }

    [Fact]
    public async Task SignalToAPageThatIsGoneIsRefused()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");

        Assert.Equal(ErrorCodes.UnknownParticipant, await ada.RefusalAsync(Method, To(bob, Offer) with { ToInstance = "page0" }));
        await bob.DisposeAsync();
        await ada.SkipToAsync<ParticipantUpdatedEvent>();
        Assert.Equal(ErrorCodes.UnknownParticipant, await ada.RefusalAsync(Method, To(bob, Offer)));
    }

    [Fact]
    public async Task ChatOnlyParticipantsNeitherSendNorGetSignals()
    {
        var ada = await JoinAsync("Ada");
        var cy = await JoinAsync("Cy", request => request with { ChatOnly = true });

        Assert.Equal(ErrorCodes.UnknownParticipant, await ada.RefusalAsync(Method, To(cy, Offer)));
        Assert.Equal(ErrorCodes.NotAllowed, await cy.RefusalAsync(Method, To(ada, Offer)));
    }

    public static TheoryData<string, Signal> BadSignals => new()
    {
        { "nothing", new Signal() },
        { "empty description", new Signal("") },
        { "description too long", new Signal(new string('a', (24 * 1024) + 1)) },
        { "description too long in bytes", new Signal(new string('ü', 12_289)) },
        { "no candidates", new Signal(Candidates: []) },
        { "no candidates beside a description", new Signal("{}", []) },
        { "33 candidates", new Signal(Candidates: [.. Enumerable.Repeat("{}", 33)]) },
        { "empty candidate", new Signal(Candidates: ["{}", ""]) },
        { "null candidate", new Signal(Candidates: [null!]) },
        { "candidate too long", new Signal(Candidates: [new string('a', 1025)]) },
        { "candidate too long in bytes", new Signal(Candidates: [new string('ü', 513)]) },
        { "empty note", new Signal("{}", Note: "") },
        { "note too long", new Signal(Note: new string('a', 1025)) },
        { "note too long in bytes", new Signal(Note: new string('ü', 513)) },
    };

    [Theory]
    [MemberData(nameof(BadSignals))]
    public async Task SignalOfTheWrongSizeIsRefused(string what, Signal signal)
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");

        Assert.True(await ada.RefusalAsync(Method, To(bob, signal)) == ErrorCodes.SignalInvalid, what);

        await ada.CallAsync(Method, To(bob, Offer));
        Assert.Equal(Offer, (await bob.SkipToAsync<SignalReceivedEvent>()).Signal);
    }

    private static SendSignalRequest To(Guest target, Signal signal) => new(target.Id, target.Seat.Room.Participants.Single(p => p.Id == target.Id).InstanceId, signal);
}
