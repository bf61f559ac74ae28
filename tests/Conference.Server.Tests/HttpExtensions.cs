using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Conference.TestKit;

namespace Conference.Server.Tests;

/// <summary>Calls as a page makes them.</summary>
internal static class HttpExtensions
{
    public static Task<HttpResponseMessage> GetAsync(this ConferenceVisitor visitor, string path, string accept = "application/json") =>
        visitor.SendAsync(HttpMethod.Get, path, json: null, accept);

    public static Task<HttpResponseMessage> PostAsync(this ConferenceVisitor visitor, string path, string json) =>
        visitor.SendAsync(HttpMethod.Post, path, json);

    public static Task<HttpResponseMessage> PatchAsync(this ConferenceVisitor visitor, string path, string json) =>
        visitor.SendAsync(HttpMethod.Patch, path, json);

    public static async Task<T> ReadAsync<T>(this ConferenceVisitor visitor, string path)
    {
        using var response = await visitor.GetAsync(path);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.ReadAsync<T>();
    }

    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<T>(ConferenceVisitor.Json))!;

    /// <summary>The answer is a problem with this status and code, and a sentence.</summary>
    public static async Task AssertProblemAsync(this HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        this ConferenceVisitor visitor, HttpMethod method, string path, string? json, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Accept.ParseAdd(accept);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await visitor.Http.SendAsync(request);
    }
}
