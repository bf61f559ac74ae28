using System.Text.Json;
using Conference.Core;
using Conference.Server.Endpoints;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Conference.Server.Tests.Endpoints;

/// <summary>What every route under /api has, the next one too.</summary>
public sealed class RouteTests : ServerTest
{
    private IEnumerable<RouteEndpoint> Routes => Server.Get<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal));

    [Fact]
    public void EveryRouteSaysWhatItsCallerMustBeAllowedToDo() =>
        Assert.All(Routes, route => Assert.NotNull(route.Metadata.GetMetadata<RequiredAction>()));

    [Fact]
    public void EveryRouteIsLimited() =>
        Assert.All(Routes, route => Assert.NotNull(route.Metadata.GetMetadata<EnableRateLimitingAttribute>()));

    [Fact]
    public void EveryRouteUnderARoomIsForItsPeopleItsHostsOrItsDoor() => Assert.All(
        Routes.Where(route => route.RoutePattern.RawText!.Contains("{code}", StringComparison.Ordinal)),
        route => Assert.Contains(
            route.Metadata.GetMetadata<RequiredAction>()!.Action,
            new[]
            {
                RoomAction.SeeRoom, RoomAction.UseHostLink, RoomAction.ReadHistory, RoomAction.RenameRoom, RoomAction.ManageRoom,
                RoomAction.DeleteRoom, RoomAction.ReadAudit, RoomAction.MakeHostLink,
            }));

    [Fact]
    public void NothingIsChangedByReading() => Assert.All(
        Routes.Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET")),
        route => Assert.Contains(
            route.Metadata.GetMetadata<RequiredAction>()!.Action,
            new[] { RoomAction.SeeRoom, RoomAction.ReadHistory, RoomAction.ManageRoom, RoomAction.ReadAudit, RoomAction.SeeSession }));

    [Fact]
    public async Task TheDescriptionHasEveryRoute()
    {
        var document = await Ada.ReadAsync<JsonElement>("/openapi/v1.json");

        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        var mapped = Routes.Select(route => $"{route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]} {route.RoutePattern.RawText}");
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.Equal("Conference", document.GetProperty("info").GetProperty("title").GetString());
    }

    [Fact]
    public async Task TheDescriptionKnowsTheCode()
    {
        var document = await Ada.ReadAsync<JsonElement>("/openapi/v1.json");

        Assert.All(
            document.GetProperty("paths").EnumerateObject().Where(path => path.Name.Contains("{code}", StringComparison.Ordinal)),
            path => Assert.All(path.Value.EnumerateObject(), operation => Assert.Single(
                operation.Value.GetProperty("parameters").EnumerateArray(),
                parameter => parameter.GetProperty("name").GetString() == "code")));
    }
}
