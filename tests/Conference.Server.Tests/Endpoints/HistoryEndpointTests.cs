using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Endpoints;

public sealed class HistoryEndpointTests : ServerTest
{
    [Theory]
    [InlineData("history")]
    [InlineData("messages")]
    [InlineData("messages?around=1")]
    [InlineData("messages/days?year=2026&month=1&timeZone=UTC")]
    [InlineData("search?text=secret")]
    public async Task OnlyWhoWasThereReads(string path)
    {
        var bob = await VisitAsync();
        var eve = await VisitAsync();
        await JoinAsync(bob, "Bob", "a secret");

        using var host = await Ada.GetAsync($"{RoomPath}/{path}");
        using var participant = await bob.GetAsync($"{RoomPath}/{path}");
        using var stranger = await eve.GetAsync($"{RoomPath}/{path}");

        Assert.Equal([200, 200], new[] { (int)host.StatusCode, (int)participant.StatusCode });
        await stranger.AssertProblemAsync(403, "not_allowed");
        Assert.DoesNotContain("secret", await stranger.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameNameIsNotTheSamePerson()
    {
        var bob = await VisitAsync();
        var eve = await VisitAsync();
        await JoinAsync(bob, "Bob", "a secret");
        await eve.CreateRoomAsync("Eve's");

        using var response = await eve.GetAsync($"{RoomPath}/messages");

        await response.AssertProblemAsync(403, "not_allowed");
    }

    [Fact]
    public async Task TheHeadCountsAndNamesEverybodyWhoWasThere()
    {
        var bob = await VisitAsync();
        var seat = await JoinAsync(bob, "Bob", "one", "two");

        var history = await bob.ReadAsync<HistoryInfo>($"{RoomPath}/history");

        Assert.Equal((Code, "Weekly", seat.PersonId, 2L), (history.Code, history.Title, history.PersonId, history.MessageCount));
        Assert.Equal([new PersonInfo(seat.PersonId, "Bob", false)], history.Participants);
        Assert.True(history.FirstMessageAt <= history.LastMessageAt);
    }

    [Fact]
    public async Task PagesAreAskedForByPlaceTimeAndPerson()
    {
        var seat = await JoinAsync(Ada, "Ada", "one", "two", "three");
        var bob = await JoinAsync(await VisitAsync(), "Bob", "four");

        var newest = await ReadPageAsync("limit=2");
        var before = await ReadPageAsync("before=3&limit=1");
        var around = await ReadPageAsync("around=3&limit=2");
        var from = await ReadPageAsync($"from={newest.Messages[0].SentAt.UtcDateTime:O}&limit=1");
        var person = await ReadPageAsync($"person={bob.PersonId}");

        Assert.Equal(["three", "four"], newest.Messages.Select(message => message.Text));
        Assert.Equal(seat.PersonId, newest.PersonId);
        Assert.Equal(["one"], before.Messages.Select(message => message.Text));
        Assert.Equal(["one", "two"], around.Messages.Select(message => message.Text));
        Assert.True(from.Messages[0].SentAt >= newest.Messages[0].SentAt);
        Assert.Equal(["four"], person.Messages.Select(message => message.Text));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=many")]
    [InlineData("before=1&after=1")]
    [InlineData("around=1&from=2026-01-01T00:00:00Z")]
    [InlineData("before=abc")]
    [InlineData("before=99999999999999999999")]
    [InlineData("from=yesterday")]
    public async Task APageThatMakesNoSenseIsRefused(string query)
    {
        using var response = await Ada.GetAsync($"{RoomPath}/messages?{query}");

        await response.AssertProblemAsync(400, "invalid_request");
    }

    [Fact]
    public async Task DaysAreThoseOfTheReadersTimeZone()
    {
        await JoinAsync(Ada, "Ada", "now");
        var sentAt = (await ReadPageAsync("limit=1")).Messages[0].SentAt;

        foreach (var zone in new[] { "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago" })
        {
            var local = TimeZoneInfo.ConvertTime(sentAt, TimeZoneInfo.FindSystemTimeZoneById(zone));
            var days = await Ada.ReadAsync<MessageDays>($"{RoomPath}/messages/days?year={local.Year}&month={local.Month}&timeZone={zone}");
            Assert.Equal([local.Day], days.Days);
        }

        Assert.Empty((await Ada.ReadAsync<MessageDays>($"{RoomPath}/messages/days?year=1999&month=12&timeZone=UTC")).Days);
    }

    [Theory]
    [InlineData("year=2026&month=13&timeZone=UTC")]
    [InlineData("year=2026&month=0&timeZone=UTC")]
    [InlineData("year=0&month=1&timeZone=UTC")]
    [InlineData("year=9999&month=12&timeZone=UTC")]
    [InlineData("year=2026&month=1&timeZone=Atlantis")]
    [InlineData("year=2026&month=1&timeZone=../../etc/passwd")]
    [InlineData("year=2026&month=1&timeZone=")]
    [InlineData("year=2026&month=1")]
    [InlineData("month=1&timeZone=UTC")]
    public async Task AMonthThatIsNoneIsRefused(string query)
    {
        using var response = await Ada.GetAsync($"{RoomPath}/messages/days?{query}");

        await response.AssertProblemAsync(400, "invalid_request");
    }

    [Fact]
    public async Task ASearchFindsAtOnceWhatWasJustWritten()
    {
        var bob = await JoinAsync(await VisitAsync(), "Bob", "Meet at the Café");
        await JoinAsync(Ada, "Ada", "which cafeteria?");

        var all = await Ada.ReadAsync<SearchResult>($"{RoomPath}/search?text=cafe");
        var bobs = await Ada.ReadAsync<SearchResult>($"{RoomPath}/search?text=CAFE&person={bob.PersonId}");

        Assert.Equal(2, all.Total);
        Assert.True(all.Sequences[0] > all.Sequences[1]);
        Assert.Equal([all.Sequences[1]], bobs.Sequences);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?text=")]
    [InlineData("?text=%20%09")]
    [InlineData("?text=201")]
    public async Task ASearchForNothingOrTooMuchIsRefused(string query)
    {
        using var response = await Ada.GetAsync($"{RoomPath}/search{query.Replace("201", new string('x', 201), StringComparison.Ordinal)}");

        await response.AssertProblemAsync(400, "search_invalid");
    }

    [Fact]
    public async Task ASearchMayBeTwoHundredCharactersLong() =>
        Assert.Equal(0, (await Ada.ReadAsync<SearchResult>($"{RoomPath}/search?text={new string('x', 200)}")).Total);

    private Task<MessagePage> ReadPageAsync(string query) => Ada.ReadAsync<MessagePage>($"{RoomPath}/messages?{query}");
}
