using Conference.Core;
using Conference.Core.Audit;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Hubs;

/// <summary>Recordings as everybody in the room is told of them, and what hosts do about them.</summary>
public sealed class RecordingTests(HubServer server) : HostScene(server)
{
    [Fact]
    public async Task EverybodyIsToldAndWhoComesLaterSeesIt()
    {
        var bob = await EnterAsync("Bob");
        var startedAt = Clock.GetUtcNow();
        await StartAsync(bob);

        Assert.Equal(startedAt, (await ToldAsync(Ada, bob)).RecordingSince);
        var cy = await EnterAsync("Cy");
        Assert.Equal(startedAt, cy.Seat.Room.Participants.Single(p => p.Id == bob.Id).RecordingSince);

        await bob.CallAsync(nameof(IConferenceServer.StopRecording));
        Assert.Null((await ToldAsync(cy, bob)).RecordingSince);
    }

    [Fact]
    public async Task RecordingsEndWhenTheyAreKeptToHostsAndThatIsOnRecord()
    {
        var bob = await EnterAsync("Bob");
        await StartAsync(bob);
        await StartAsync(Ada);

        await ChangeAsync(new ChangeSettingsRequest(MayRecord: false));

        Assert.Equal([Ada.Id], await WhoRecordsAsync());
        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.StartRecording)));
        await ChangeAsync(new ChangeSettingsRequest(MayRecord: true));
        var audit = await AdasBrowser.ReadAsync<AuditPage>($"/api/rooms/{Room}/audit");
        Assert.Equal([AuditAction.RecordingOn, AuditAction.RecordingOff], audit.Entries.Take(2).Select(entry => entry.Action));
    }

    [Fact]
    public async Task SuspendingEndsThemForGood()
    {
        var bob = await EnterAsync("Bob");
        await StartAsync(bob);

        await Ada.CallAsync(nameof(IConferenceServer.SuspendRoom));

        Assert.Empty(await WhoRecordsAsync());
        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.StartRecording)));
    }

    private static Task StartAsync(Guest guest) => guest.CallAsync(nameof(IConferenceServer.StartRecording));

    private static async Task<ParticipantInfo> ToldAsync(Guest viewer, Guest recorder)
    {
        while (true)
        {
            var told = (await viewer.SkipToAsync<ParticipantUpdatedEvent>()).Participant;
            if (told.Id == recorder.Id)
            {
                return told;
            }
        }
    }

    private async Task<IEnumerable<string>> WhoRecordsAsync() =>
        (await ReadRoomAsync(Room))!.Participants.Where(p => p.RecordingSince is not null).Select(p => p.Id);
}
