using Conference.Core.Audit;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Hubs;

/// <summary>A room of sound only, as everybody in it is told.</summary>
public sealed class AudioOnlyTests(HubServer server) : HostScene(server)
{
    [Fact]
    public async Task CamerasGoOffForEverybodyAndStayOff()
    {
        var bob = await EnterAsync("Bob");

        await ChangeAsync(new ChangeSettingsRequest(AudioOnly: true));

        Assert.All((await ReadRoomAsync(Room))!.Participants, p => Assert.Equal(CameraState.Off, p.Media.Camera));
        await Ada.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open, StartVideo: true));
        var cy = await EnterAsync("Cy");
        await bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open with { Screen = ScreenState.On }, StartScreen: true));
        var people = (await ReadRoomAsync(Room))!.Participants;
        Assert.All(people, p => Assert.Equal((CameraState.Off, MicrophoneState.On), (p.Media.Camera, p.Media.Microphone)));
        Assert.Equal(ScreenState.On, people.Single(p => p.Id == bob.Id).Media.Screen);
        Assert.True(cy.Seat.Room.Settings.AudioOnly);
    }

    [Fact]
    public async Task WhoHasNoCameraGoesOnHavingNone()
    {
        await ChangeAsync(new ChangeSettingsRequest(AudioOnly: true));
        var bob = await ConnectAsync();
        await bob.JoinAsync(Request("Bob") with { Media = new ParticipantMedia(MicrophoneState.On, CameraState.None) });

        Assert.Equal(CameraState.None, (await ReadRoomAsync(Room))!.Participants.Single(p => p.Id == bob.Id).Media.Camera);
    }

    [Fact]
    public async Task WhoComesKnowsItBefore()
    {
        Assert.False((await SeeAsync(AdasBrowser)).AudioOnly);

        await ChangeAsync(new ChangeSettingsRequest(AudioOnly: true));

        Assert.True((await SeeAsync(await VisitAsync())).AudioOnly);
        Assert.Equal(AuditAction.AudioOnlyOn, (await AdasBrowser.ReadAsync<AuditPage>($"/api/rooms/{Room}/audit")).Entries[0].Action);
    }

    [Fact]
    public async Task CamerasComeOnAgainByTheirPersonsHandWhenTheyMay()
    {
        await ChangeAsync(new ChangeSettingsRequest(AudioOnly: true));
        await ChangeAsync(new ChangeSettingsRequest(AudioOnly: false));

        Assert.Equal(CameraState.Off, (await ReadRoomAsync(Room))!.Participants.Single().Media.Camera);
        await Ada.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open, StartVideo: true));
        Assert.Equal(CameraState.On, (await ReadRoomAsync(Room))!.Participants.Single().Media.Camera);
    }
}
