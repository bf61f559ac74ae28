using Conference.Core;
using Conference.Core.Audit;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Hubs;

/// <summary>Shared screens as everybody in the room is told of them, and what hosts do about them.</summary>
public sealed class ScreenTests(HubServer server) : HostScene(server)
{
    private static readonly SetMediaRequest Sharing = new(Guest.Sharing, StartScreen: true);

    [Fact]
    public async Task EverybodyIsToldAndWhoComesLaterSeesIt()
    {
        var bob = await EnterAsync("Bob");
        await ShareAsync(bob);

        Assert.Equal(ScreenState.On, (await ScreenAsync(Ada, bob)).Media.Screen);
        var cy = await EnterAsync("Cy");
        Assert.Equal(ScreenState.On, cy.Seat.Room.Participants.Single(p => p.Id == bob.Id).Media.Screen);
    }

    [Fact]
    public async Task AHostStopsOneAndItIsOnRecord()
    {
        var bob = await EnterAsync("Bob");
        await ShareAsync(bob);

        await Ada.CallAsync(nameof(IConferenceServer.StopScreen), new ParticipantRequest(bob.Id));

        Assert.Equal(new HostActedEvent("Ada", HostAct.ScreenStopped), await bob.SkipToAsync<HostActedEvent>());
        var audit = await AdasBrowser.ReadAsync<AuditPage>($"/api/rooms/{Room}/audit");
        Assert.True(audit.Entries[0] is { By: "Ada", Action: AuditAction.ScreenStopped, Target: "Bob" });
        await bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Sharing));
        Assert.True(await FindAsync(bob) is { ScreenStoppedByHost: true, Media.Screen: ScreenState.Off });
        await ShareAsync(bob);
        Assert.True(await FindAsync(bob) is { ScreenStoppedByHost: false, Media.Screen: ScreenState.On });
    }

    [Fact]
    public async Task SharesEndWhenTheyAreKeptToHosts()
    {
        var bob = await EnterAsync("Bob");
        await ShareAsync(bob);
        await ShareAsync(Ada);

        await ChangeAsync(new ChangeSettingsRequest(MayShareScreens: false));

        Assert.Equal(ScreenState.Off, (await FindAsync(bob)).Media.Screen);
        Assert.Equal(ScreenState.On, (await FindAsync(Ada)).Media.Screen);
        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.SetMedia), Sharing));
    }

    [Fact]
    public async Task SuspendingEndsThem()
    {
        var bob = await EnterAsync("Bob");
        await ShareAsync(bob);

        await Ada.CallAsync(nameof(IConferenceServer.SuspendRoom));

        Assert.Equal(ScreenState.Off, (await FindAsync(bob)).Media.Screen);
        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.SetMedia), Sharing));
    }

    private static Task ShareAsync(Guest guest) => guest.CallAsync(nameof(IConferenceServer.SetMedia), Sharing);

    private static async Task<ParticipantInfo> ScreenAsync(Guest viewer, Guest sharer)
    {
        while (true)
        {
            var told = (await viewer.SkipToAsync<ParticipantUpdatedEvent>()).Participant;
            if (told.Id == sharer.Id)
            {
                return told;
            }
        }
    }

    private async Task<Participant> FindAsync(Guest guest) => (await ReadRoomAsync(Room))!.Participants.Single(p => p.Id == guest.Id);
}
